/** A line of quoted text: a paragraph or a line of verse, or the speaker's name before a speech. */
export interface QuotedLine {
  text: string;
  isVerse?: boolean;
  isSpeaker?: boolean;
  /** Which stanza or speech a line of verse belongs to. */
  stanza?: string;
}

/** A quotation of more words is set as a block (APA 7, §8.27), as is one of more lines of verse (MLA 9, §6.35). */
const mostWords = 40;
const mostLines = 3;

/** The words as they stand, a line to a line and a blank line between paragraphs. */
export function plainText(lines: QuotedLine[]): string {
  return paragraphs(lines)
    .map((paragraph) => paragraph.join('\n'))
    .join('\n\n');
}

/** The same as the paragraphs of a page. */
export function plainHtml(lines: QuotedLine[]): string {
  return paragraphs(lines)
    .map((paragraph) => `<p>${paragraph.map(escaped).join('<br>')}</p>`)
    .join('');
}

/**
 * Words as a writer quotes them, with their citation and link: in quotation marks, `/` between lines of verse, or as a
 * block by their length.
 */
export function quoted(lines: QuotedLine[], citation: string, link: string): { text: string; html: string } {
  const speakers = lines.filter(({ isSpeaker }) => isSpeaker).length;
  const spoken = speakers > 1 ? lines : lines.filter(({ isSpeaker }) => !isSpeaker);
  const verse = spoken.filter(({ isVerse }) => isVerse);
  const prose = spoken.filter(({ isVerse, isSpeaker }) => !isVerse && !isSpeaker);
  const words = spoken.flatMap(({ text }) => text.split(/\s+/u)).length;
  const isBlock = words > mostWords || verse.length > mostLines || prose.length > 1 || speakers > 1;
  const cited = `<a href="${escaped(link)}">${escaped(citation)}</a>`;
  if (isBlock) {
    return {
      text: `${indented(plainText(spoken))} ${citation}\n\n${link}`,
      html: `<blockquote>${plainHtml(spoken).replace(/<\/p>$/, ` ${cited}</p>`)}</blockquote>`,
    };
  }
  const inline = `“${inner(joined(spoken))}”`;
  return { text: `${inline} ${citation}. ${link}`, html: `<p>${escaped(inline)} ${cited}.</p>` };
}

/** Lines of verse in a row, `//` between stanzas. */
function joined(lines: QuotedLine[]): string {
  return lines
    .map(({ text, isVerse, stanza }, index) => {
      const before = lines[index - 1];
      if (!before) return text;
      if (!isVerse || !before.isVerse) return ` ${text}`;
      return before.stanza === stanza ? ` / ${text}` : ` // ${text}`;
    })
    .join('');
}

/** Marks of quotation inside quotation marks become single; those that are single already stay. */
function inner(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’');
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '    ');
}

function paragraphs(lines: QuotedLine[]): string[][] {
  const result: string[][] = [];
  let before: QuotedLine | undefined;
  for (const line of lines) {
    const goesOn = before && (before.isSpeaker || (line.isVerse && before.isVerse && before.stanza === line.stanza));
    if (goesOn) result.at(-1)!.push(line.text);
    else result.push([line.text]);
    before = line;
  }
  return result;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
