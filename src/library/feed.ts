import type { Essay, Library } from './library.ts';
import { partsOf, withQuotations } from './markup.ts';

/** The essays as an Atom feed (RFC 4287) with their full text, newest first. `home` is the address of the home page. */
export function feedOf({ essays }: Library, home: URL): string {
  const updated = essays.map(dateOf).sort().at(-1) ?? '1970-01-01';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
  <id>${xml(home.href)}</id>
  <title>Gloss</title>
  <subtitle>Books read closely: essays whose every quotation is checked.</subtitle>
  <link href="${xml(home.href)}"/>
  <link rel="self" type="application/atom+xml" href="${xml(new URL('feed.xml', home).href)}"/>
  <updated>${updated}T00:00:00Z</updated>
  <rights>CC BY 4.0; quoted works belong to their authors</rights>
${essays.map((essay) => entry(essay, home)).join('')}</feed>
`;
}

function entry(essay: Essay, home: URL): string {
  const address = new URL(essay.url, home).href;
  return `  <entry>
    <id>${xml(address)}</id>
    <title>${xml(essay.title)}</title>
    <link href="${xml(address)}"/>
    <published>${essay.data.published}T00:00:00Z</published>
    <updated>${dateOf(essay)}T00:00:00Z</updated>
    <author><name>${xml(essay.data.author)}</name></author>
    <summary>${xml(essay.data.description)}</summary>
${essay.themes.map(({ title }) => `    <category term="${xml(title)}"/>\n`).join('')}    <content type="html">${xml(textOf(essay, address))}</content>
  </entry>
`;
}

/** The essay as one piece of HTML: notes at the end under their numbers, and every address whole. */
function textOf(essay: Essay, address: string): string {
  const { html, notes } = essay.document;
  const prose = partsOf(html)
    .filter((part) => typeof part === 'string')
    .join('\n');
  const list = notes.map((note) => `<div id="fn-${note.label}"><p>[${note.number}]</p>${note.html}</div>`).join('\n');
  return withQuotations(prose + (list && `\n<hr>\n${list}`), essay.quotations, { signs: false })
    .replaceAll(/<a role="doc-noteref"[^>]*href="([^"]+)"[^>]*data-n="(\d+)"[^>]*><\/a>/g, '<a href="$1">[$2]</a>')
    .replaceAll(
      / (href|cite)="([^"]*)"/g,
      (_, name: string, url: string) => ` ${name}="${new URL(url, address).href}"`,
    );
}

function dateOf({ data }: Essay): string {
  return data.updated ?? data.published;
}

/** Escaped for XML, without the control characters that XML 1.0 cannot hold. */
function xml(text: string): string {
  return text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
