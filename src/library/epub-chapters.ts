import { escape } from '../text/escape.ts';
import type { Essay, Excerpt, LocatedQuotation, Work } from './library.ts';
import { partsOf, withQuotations } from './markup.ts';
import type { Passage } from './numbering.ts';

/** A chapter of a book: one file of it. */
export interface Chapter {
  /** Name of its file without the ending. */
  name: string;
  title: string;
  /** Address of its page on the site. */
  url: string;
  type: 'titlepage' | 'chapter' | 'afterword';
  /** As the compiler writes it: tags closed, attributes in quotation marks. */
  html: string;
}

/** The chapters of a work as a book: what it is, its excerpts with their notes, and the essays about it. */
export function chaptersOf(work: Work): Chapter[] {
  const files = [
    { name: 'title', title: work.title, page: work, type: 'titlepage' as const, html: titlePage(work) },
    ...work.excerpts.map((page) => ({
      name: page.slug,
      title: `${page.title} (${page.place})`,
      page,
      type: 'chapter' as const,
      html: excerptChapter(page),
    })),
    ...work.essays.map((page) => ({
      name: `essay-${page.slug}`,
      title: page.title,
      page,
      type: 'afterword' as const,
      html: essayChapter(page),
    })),
  ];
  return files.map(({ page, ...chapter }) => ({ ...chapter, url: page.url }));
}

function titlePage(work: Work): string {
  const { author, edition, rights, year } = work.data;
  const from = edition && `Quoted from ${edition.title}, ${edition.publisher}, ${edition.year}.`;
  const held = rights.status === 'public-domain' ? 'In the public domain.' : `© ${rights.holder ?? author.name}.`;
  return `<h1>${escape(work.title)}</h1>
<p>${escape(author.name)}, ${year}</p>
<p>Passages with notes, and essays about them.</p>
${prose(work, work.quotations)}
<p>${escape([from, held].filter(Boolean).join(' '))} Notes and essays: Gloss, CC BY 4.0.</p>`;
}

function excerptChapter(excerpt: Excerpt): string {
  const notes = excerpt.notes.map(({ note, quotations }) =>
    footnote(
      note.label,
      `<p><b>${escape(note.lemma)}</b></p>${withQuotations(note.html, quotations, { signs: false })}`,
    ),
  );
  return `<h1>${escape(excerpt.title)}</h1>
<p>${escape(`${excerpt.work.title}, ${excerpt.place}`)}</p>
${excerpt.passages.map(block).join('\n')}
${footnotes(notes)}`;
}

function essayChapter(essay: Essay): string {
  return `<h1>${escape(essay.title)}</h1>
<p>${escape(`${essay.data.author}, ${essay.data.published}`)}</p>
${prose(essay, essay.quotations)}`;
}

/** The prose of a page with its notes at the end. */
function prose({ document }: Work | Essay, quotations: LocatedQuotation[]): string {
  const parts = partsOf(document.html);
  const notes = document.notes.map(({ label, html }) =>
    footnote(label, withQuotations(html, quotations, { signs: false })),
  );
  const text = parts
    .filter((part) => typeof part === 'string')
    .map((part) => withQuotations(part, quotations, { signs: false }));
  return `${text.join('\n')}\n${footnotes(notes)}`;
}

function block({ id, kind, html, lines, speaker }: Passage): string {
  if (kind === 'break') return '<hr>';
  const spoken = speaker === undefined ? '' : `<p class="speaker">${escape(speaker)}</p>\n`;
  const attributes = `${id === null ? '' : ` id="${id}"`} class="${kind}"`;
  if (!lines) return `${spoken}<p${attributes}>${html}</p>`;
  const verse = lines.map(
    (line) => `<span class="line"${line.id === null ? '' : ` id="${line.id}"`}>${line.html}</span>`,
  );
  return `${spoken}<p${attributes}>${verse.join('\n')}</p>`;
}

/** A note that readers of books open over the text where its reference is touched. */
function footnote(label: string, html: string): string {
  return `<aside id="fn-${label}" epub:type="footnote" role="doc-footnote">${html}
<p><a href="#fnref-${label}" role="doc-backlink">Back to the text</a></p></aside>`;
}

function footnotes(notes: string[]): string {
  return notes.length === 0 ? '' : `<section epub:type="footnotes"><h2>Notes</h2>\n${notes.join('\n')}</section>`;
}
