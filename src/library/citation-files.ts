import type { CslItem, CslName } from './citation.ts';

/** The item as CSL-JSON, which is a list even of one. */
export function cslJson(item: CslItem): string {
  return `${JSON.stringify([item], null, 2)}\n`;
}

const bibtexTypes = { book: 'book', chapter: 'incollection', webpage: 'online' } as const;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The item as a BibTeX entry that BibLaTeX reads too: `online`, `date`, `origdate` and `translator` are BibLaTeX's;
 * BibTeX takes a type that it does not know for `misc` and passes over fields that it does not know.
 */
export function bibtex(item: CslItem): string {
  const [year, month, day] = item.issued['date-parts'][0];
  const fields: [name: string, value: string | undefined][] = [
    ['author', names(item.author)],
    // The inner braces keep a title's capitals, which many styles would lower.
    ['title', `{${escaped(item.title)}}`],
    [item.type === 'webpage' ? 'organization' : 'booktitle', escaped(item['container-title'])],
    ['editor', names(item.editor)],
    ['translator', names(item.translator)],
    ['publisher', escaped(item.publisher)],
    ['year', String(year)],
    ['month', month === undefined ? undefined : months[month - 1]],
    ['date', day === undefined ? undefined : `${year}-${two(month)}-${two(day)}`],
    ['origdate', item['original-date']?.['date-parts'][0][0]?.toString()],
    ['note', escaped(item.note)],
    ['keywords', escaped(item.keyword)],
    ['abstract', escaped(item.abstract)],
    ['url', item.URL],
  ];
  const lines = fields.flatMap(([name, value]) => {
    if (value === undefined) return [];
    // Months are BibTeX's own constants.
    return `  ${name} = ${name === 'month' ? value : `{${value}}`}`;
  });
  return `@${bibtexTypes[item.type]}{${item.id},\n${lines.join(',\n')}\n}\n`;

  function names(list: CslName[] | undefined): string | undefined {
    // Braces keep an author that is no person from being taken apart.
    return list
      ?.map((name) =>
        'literal' in name ? `{${escaped(name.literal)}}` : `${escaped(name.family)}, ${escaped(name.given)}`,
      )
      .join(' and ');
  }
}

const latex: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** What TeX reads as a command, made text; other characters stay as they are, in UTF-8. */
function escaped<T extends string | undefined>(text: T): T {
  return text?.replaceAll(/[\\{}$&#%_~^]/g, (character) => latex[character] ?? `\\${character}`) as T;
}

/** The formats in which a citation is published, by what its address ends in. */
export const citationFiles = {
  bib: { write: bibtex, type: 'application/x-bibtex', name: 'BibTeX' },
  ris: { write: ris, type: 'application/x-research-info-systems', name: 'RIS' },
  'csl.json': { write: cslJson, type: 'application/vnd.citationstyles.csl+json', name: 'CSL-JSON' },
} as const;

const risTypes = { book: 'BOOK', chapter: 'CHAP', webpage: 'ELEC' } as const;

/** The item as a RIS record, its lines ended as the format asks. */
export function ris(item: CslItem): string {
  const [year, month, day] = item.issued['date-parts'][0];
  const tags: [tag: string, values: (string | number | undefined)[]][] = [
    ['TY', [risTypes[item.type]]],
    ['ID', [item.id]],
    ['AU', item.author.map(name)],
    ['TI', [item.title]],
    ['T2', [item['container-title']]],
    ['ED', (item.editor ?? []).map(name)],
    ['A4', (item.translator ?? []).map(name)],
    ['PY', [year]],
    ['DA', [month === undefined ? undefined : `${year}/${two(month)}/${two(day)}/`]],
    ['OP', [item['original-date']?.['date-parts'][0][0]]],
    ['PB', [item.publisher]],
    ['N1', [item.note]],
    ['AB', [item.abstract]],
    ['KW', item.keyword?.split(', ') ?? []],
    ['LA', [item.language]],
    ['UR', [item.URL]],
    ['ER', ['']],
  ];
  return tags
    .flatMap(([tag, values]) => values.flatMap((value) => (value === undefined ? [] : line(tag, String(value)))))
    .join('');
}

/** A line break in a value would start another tag. */
function line(tag: string, value: string): string {
  return `${tag}  - ${value.replaceAll(/\s+/g, ' ')}\r\n`;
}

function two(number = 1): string {
  return String(number).padStart(2, '0');
}

function name(value: CslName): string {
  return 'literal' in value ? value.literal : `${value.family}, ${value.given}`;
}
