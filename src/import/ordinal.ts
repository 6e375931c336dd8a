const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const ranks =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const tens = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A numeral as headings have it: `12`, `XII`, `twelve`, `the twelfth`. Between the words of a title, `\b` ends it. */
export const numeral =
  `(?:\\d{1,3}(?:st|nd|rd|th)?|[ivxlc]{1,9}|(?:${tens.slice(2).join('|')})(?:[ -](?:${[...units.slice(1, 10), ...ranks.slice(1, 10)].join('|')}))?` +
  `|${tens
    .slice(2)
    .map((ten) => ten.replace(/y$/, 'ieth'))
    .join('|')}|${[...units.slice(1), ...ranks.slice(1)].sort((a, b) => b.length - a.length).join('|')})`;

/** The number of a numeral; undefined for what is none, and for Roman ones that are not written as the Romans did. */
export function readNumeral(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(word)?.[1];
  if (digits !== undefined) return Number(digits);
  return fromWords(word) ?? fromRoman(word);
}

function fromWords(text: string): number | undefined {
  const [first = '', second] = text.replace(/ieth$/, 'y').split(/[ -]/);
  const ten = tens.indexOf(first);
  if (ten >= 2) {
    const unit = second === undefined ? 0 : Math.max(units.indexOf(second), ranks.indexOf(second));
    return unit < 0 ? undefined : ten * 10 + unit;
  }
  const number = Math.max(units.indexOf(first), ranks.indexOf(first));
  return second === undefined && number > 0 ? number : undefined;
}

const roman: [string, number][] = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
];

function fromRoman(text: string): number | undefined {
  // Old editions write `iiii`, and `xxxx`.
  if (!/^(?=.)c{0,3}(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$/.test(text)) return undefined;
  let rest = text;
  let number = 0;
  for (const [letters, value] of roman)
    while (rest.startsWith(letters)) {
      number += value;
      rest = rest.slice(letters.length);
    }
  return number;
}
