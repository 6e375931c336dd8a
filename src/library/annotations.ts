import type { Excerpt, Gloss } from './library.ts';

/** Characters of the text around a lemma that tell it from its like, as many as Hypothesis records. */
const contextLength = 32;

/**
 * The notes of an excerpt as a W3C AnnotationCollection (https://www.w3.org/TR/annotation-model/) of one page. Each
 * targets the words of its lemma within the element that has the anchor: a FragmentSelector refined by a
 * TextQuoteSelector.
 *
 * @param absolute Gives an address of the site its host.
 */
export function annotationCollection(excerpt: Excerpt, absolute: (url: string) => string) {
  const id = `${absolute(excerpt.url).slice(0, -1)}.annotations.json`;
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    label: `Notes on ${excerpt.work.title}, ${excerpt.place}`,
    total: excerpt.notes.length,
    first: {
      id: `${id}#page-1`,
      type: 'AnnotationPage',
      startIndex: 0,
      items: excerpt.notes.map((gloss) => annotation(gloss, absolute)),
    },
  };
}

function annotation(gloss: Gloss, absolute: (url: string) => string) {
  const { note, excerpt, themes, terms } = gloss;
  return {
    id: absolute(gloss.url),
    type: 'Annotation',
    motivation: 'commenting',
    creator: { type: 'Organization', name: 'Gloss', homepage: absolute(excerpt.url.replace(/works\/.*/, '')) },
    rights: 'https://creativecommons.org/licenses/by/4.0/',
    body: [
      { type: 'TextualBody', value: note.text, format: 'text/plain', language: 'en-GB', purpose: 'commenting' },
      ...[...themes, ...terms].map(({ url }) => ({ source: absolute(url), purpose: 'tagging' })),
    ],
    target: { source: absolute(excerpt.url), selector: selectorOf(gloss) },
  };
}

/** The lemma's words within the element that holds them: the paragraph, or in verse the line. */
function selectorOf({ note, passage, anchor }: Gloss) {
  const { text, lines } = passage;
  const { start, end } = note;
  if (!lines) return refined(anchor, quote(text, start, end));
  let offset = 0;
  for (const line of lines) {
    const [from, to] = [start - offset, end - offset];
    if (from >= 0 && to <= line.text.length) {
      return refined(line.id ?? anchor, quote(line.text, from, to));
    }
    offset += line.text.length + 1;
  }
  // Words that run over a line's end have no element of their own.
  return quote(text, start, end);
}

function refined(value: string, refinedBy: ReturnType<typeof quote>) {
  return { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3236', value, refinedBy };
}

function quote(text: string, start: number, end: number) {
  return {
    type: 'TextQuoteSelector',
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
  };
}
