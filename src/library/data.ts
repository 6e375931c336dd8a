import type { Essay, Excerpt, Gloss, Library, Work } from './library.ts';
import { plainMarkup } from './markup.ts';

/** The excerpt as it is published in JSON. */
export function excerptData(excerpt: Excerpt) {
  const { url, title, data, document } = excerpt;
  return {
    url,
    title,
    work: workData(excerpt.work),
    locator: data.locator,
    form: data.form,
    summary: data.summary ?? '',
    questions: questionsOf(excerpt),
    words: document.words,
    blocks: excerpt.passages
      .filter(({ kind }) => kind !== 'break')
      .map(({ id, kind, speaker, text, lines }) => ({
        // Verse that prose quotes has an id of its own and no numbered lines.
        ...(kind === 'stanza' && id === null ? {} : { id }),
        kind,
        ...(speaker !== undefined && { speaker }),
        text,
        ...(lines &&
          id === null && {
            lines: lines.map((line) => ({ id: line.id, text: line.text, ...(line.part && { part: line.part }) })),
          }),
      })),
    notes: excerpt.notes.map(noteData),
    quotedIn: excerpt.quotedIn
      .filter(({ page }) => page.kind === 'essay')
      .map(({ page, url: at, anchors, text }) => ({ url: at, title: page.title, blocks: anchors, text })),
    themes: excerpt.themes.map(({ slug }) => slug),
    terms: excerpt.terms.map(({ slug }) => slug),
  };
}

function workData({ url, slug, title, data }: Work) {
  const { year, author, rights, edition } = data;
  return { url, slug, title, year, author, rights, ...(edition && { edition }) };
}

function noteData({ note, anchor, themes, terms, links }: Gloss) {
  return {
    id: `fn-${note.label}`,
    block: anchor,
    lemma: note.lemma,
    text: note.text,
    html: plainMarkup(note.html),
    themes: themes.map(({ slug }) => slug),
    terms: terms.map(({ slug }) => slug),
    links,
  };
}

/** The essay as it is published in JSON. */
export function essayData(essay: Essay) {
  const { url, title, data, document } = essay;
  return {
    url,
    title,
    description: data.description,
    author: data.author,
    published: data.published,
    updated: data.updated ?? null,
    words: document.words,
    spoilers: data.spoilers ?? [],
    level: data.level ?? null,
    works: essay.works.map(({ slug }) => slug),
    themes: essay.themes.map(({ slug }) => slug),
    terms: essay.terms.map(({ slug }) => slug),
    quotations: essay.quotations.map(({ quotation, excerpt, anchors, proved }) => ({
      text: quotation.text,
      passage: excerpt && anchors[0] ? `${excerpt.url}#${anchors[0]}` : null,
      kind: quotation.kind,
      proved,
    })),
    questions: questionsOf(essay),
  };
}

function questionsOf({ document }: Essay | Excerpt) {
  return document.questions.map(({ text, html, links }) => ({
    text,
    html: plainMarkup(html),
    links: links.map((link) => document.links[link]!.href),
  }));
}

/** The whole catalogue as it is published in `library.json`. */
export function catalogue(library: Library) {
  return {
    works: library.works.map(({ url, slug, title, data }) => ({
      url,
      slug,
      title,
      author: data.author.name,
      year: data.year,
      rights: data.rights.status,
    })),
    excerpts: library.excerpts.map(({ url, slug, work, title, data, notes }) => ({
      url,
      slug,
      work: work.slug,
      title,
      locator: data.locator,
      form: data.form,
      notes: notes.length,
    })),
    essays: library.essays.map(({ url, slug, title, works, themes }) => ({
      url,
      slug,
      title,
      works: works.map((work) => work.slug),
      themes: themes.map((theme) => theme.slug),
    })),
    themes: library.themes.map(({ url, slug, title, occurrences }) => ({
      url,
      slug,
      title,
      occurrences: occurrences.length,
    })),
    terms: library.terms.map(({ url, slug, title, data, occurrences }) => ({
      url,
      slug,
      title,
      kind: data.kind,
      occurrences: occurrences.length,
    })),
    lists: library.lists.map(({ url, slug, title, data, items }) => ({
      url,
      slug,
      title,
      level: data.level,
      passages: items.map((item) => item.url),
    })),
  };
}
