/**
 * A built page as Pagefind is to read it: its article and what is said of it in its head. Undefined for a page without
 * `data-pagefind-body`, which is not searched.
 *
 * Pagefind parts words at white space only, takes ASCII's marks off them and keeps where every element with an id
 * stands. So here curly quotation marks and dashes become words of their own, tied to their neighbours by word joiners
 * that the search takes out again; ids move to empty elements, since the index would repeat the text of each; and two
 * kinds of marks tell the search what the text does not: `=block` before each block, and `=gloss,themes/guilt` where
 * the lemma of a note ends and its words on those themes and terms begin.
 */
export function indexable(html: string): string | undefined {
  const article = searched.exec(html)?.[0];
  if (article === undefined) return undefined;
  const language = /<html\s[^>]*lang="([^"]*)"/.exec(html)?.[1] ?? 'en';
  const marked = withMarks(article.replace(noteref, '').replace(card, ''))
    .replace(footnote, withTags)
    .replace(block, withBlock);
  return `<html lang="${language}"><head>${headOf(html)}</head><body>${spaced(marked)}</body></html>`;
}

/** Whether a page, as bytes, can be one that is searched; it is looked for at once, and not taken apart. */
export function isSearched(html: Uint8Array): boolean {
  return Buffer.from(html.buffer, html.byteOffset, html.byteLength).includes('data-pagefind-body');
}

const searched = /<article\s[^>]*data-pagefind-body[\s\S]*?<\/article>/;
/** Attributes of a tag, with whatever stands in their quotation marks. */
const attributes = '(?:[^>"]|"[^"]*")*';
/** References hold no words, and stand in the middle of a sentence or even of a word. */
const noteref = new RegExp(`<a\\s${attributes}role="doc-noteref"${attributes}></a>`, 'g');
/** The cards of passages are half of a page, and Pagefind would read them to leave them out. */
const card = new RegExp(`<section class="card"${attributes}>[\\s\\S]*?</section>`, 'g');
const tag = new RegExp(`<(\\w+)(${attributes})>`, 'g');
const footnote = /role="doc-footnote"[\s\S]*?role="doc-backlink"/g;
const block = /<div\sclass="block[ "]/g;

/** Moves every id to an empty element before its own; a link inside a sentence begins no passage, and has none. */
function withMarks(article: string): string {
  return article.replace(tag, (whole, name: string, rest: string) => {
    const id = rest.includes('id="') ? /\sid="([^"]*)"/.exec(rest)?.[1] : undefined;
    if (id === undefined) return whole;
    const mark = name === 'a' || rest.includes('data-pagefind-ignore') ? '' : `<i id="${id}"></i>`;
    return `${mark}<${name}${rest.replace(/\sid="[^"]*"/, '')}>`;
  });
}

function withBlock(div: string): string {
  return `<i id="=block"></i>${div}`;
}

/** Says of a note, where its lemma ends, which themes and terms it links to. */
function withTags(note: string): string {
  const tags = new Set(Array.from(note.matchAll(/\/((?:themes|terms)\/[a-z0-9-]+)\/"/g), ([, path]) => path));
  return note.replace(
    /<p class="lemma">[\s\S]*?<\/p>/,
    (lemma) => `${lemma}<i id="${['=gloss', ...tags].join(',')}"></i>`,
  );
}

const betweenTags = new RegExp(`(<${attributes}>)`);
const weightless = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const apostrophe = /(?<=\p{L})’(?=\p{L})/gu;
const marks = /[^\p{L}\p{N}\p{M}\s -~]+/gu;
/** What has none of these; classes of all of Unicode take ten times as long to look through. */
const plainText = /^[\s -~]*$/;
const beyondAscii = /[^\s -~]+/g;

/** Sets curly quotation marks, dashes and the like apart from words; not in tags. */
function spaced(html: string): string {
  const parts = html.split(betweenTags);
  let before = ' ';
  for (let index = 0; index < parts.length; index += 2) {
    const text = plainText.test(parts[index]!) ? parts[index]! : parts[index]!.replace(weightless, '');
    let next = index + 2;
    while (parts[next] === '') next += 2;
    parts[index] = spacedText(text, before, parts[next]?.[0] ?? ' ');
    before = text.at(-1) ?? before;
  }
  return parts.join('');
}

/** The same for a stretch of text, with the characters that stand before and after it beyond the tags. */
function spacedText(text: string, before: string, after: string): string {
  if (plainText.test(text)) return text;
  const plain = text.replace(/[‐‑]/g, '-').replace(apostrophe, "'");
  const tie = (neighbour: string) => /\S/u.test(neighbour);
  return plain.replace(beyondAscii, (run, start: number) =>
    run.replace(marks, (mark, within: number) => {
      const at = start + within;
      const [left, right] = [plain[at - 1] ?? before, plain[at + mark.length] ?? after];
      return `${tie(left) ? ' \u2060' : ''}${mark}${tie(right) ? '\u2060 ' : ''}`;
    }),
  );
}

/** What the page says of itself: its title and summary, the values to filter by, and their names as words to find. */
function headOf(html: string): string {
  const filters = html.match(/<meta\s[^>]*data-pagefind-filter=[^>]*>/g) ?? [];
  const names = (filter: RegExp) =>
    filters.filter((meta) => filter.test(meta)).flatMap((meta) => / content="\S+ ([^"]*)"/.exec(meta)?.[1] ?? []);
  const said = {
    title: /<meta property="og:title" content="([^"]*)"/.exec(html)?.[1] ?? '',
    summary: /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '',
    author: names(/"author\[/).join(', '),
    about: names(/"(?:work|theme|term)\[/).join(', '),
  };
  const metas = Object.entries(said).map(
    ([name, content]) => `<meta data-pagefind-meta="${name}[content]" content="${content}">`,
  );
  return [...metas, ...filters].join('');
}
