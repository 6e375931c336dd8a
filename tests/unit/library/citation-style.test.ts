import { describe, expect, test } from 'vitest';
import { cite } from '../../../src/library/citation-style.ts';
import type { CslItem } from '../../../src/library/citation.ts';
import { passageLocator, type CitationStyle } from '../../../src/text/locator.ts';

const year = (number: number) => ({ 'date-parts': [[number]] as [number[]] });

function book(fields: Partial<CslItem>): CslItem {
  return { id: 'book', type: 'book', title: '', author: [], issued: year(2000), language: 'en', URL: '', ...fields };
}

/** The citation without an address, since the printed books of the styles' examples have none. */
function reference(style: CitationStyle, { URL, ...item }: CslItem): string {
  return cite(style, (URL ? { ...item, URL } : item) as CslItem).reference;
}

function inText(style: CitationStyle, item: CslItem, locator: string): string {
  return cite(style, item).inText.replace('{}', locator);
}

describe('MLA 9', () => {
  test('cites a book as the MLA’s quick guide to works cited does', () => {
    const wolfHall = book({
      title: 'Wolf Hall',
      author: [{ family: 'Mantel', given: 'Hilary' }],
      publisher: 'Picador',
      issued: year(2010),
    });
    expect(reference('mla', wolfHall)).toBe('Mantel, Hilary. <i>Wolf Hall</i>. Picador, 2010.');
  });

  test('cites a page of a website as the MLA’s quick guide does', () => {
    const page: CslItem = {
      id: 'page',
      type: 'webpage',
      title: 'The Death of the Artist—and the Birth of the Creative Entrepreneur',
      'container-title': 'The Atlantic',
      author: [{ family: 'Deresiewicz', given: 'William' }],
      issued: { 'date-parts': [[2014, 12, 28]] },
      language: 'en',
      URL: 'https://www.theatlantic.com/383497/',
    };
    expect(reference('mla', page)).toBe(
      'Deresiewicz, William. “The Death of the Artist—and the Birth of the Creative Entrepreneur.” ' +
        '<i>The Atlantic</i>, 28 Dec. 2014, https://www.theatlantic.com/383497/.',
    );
  });

  test('cites numbered paragraphs after a comma, and a play in verse by act, scene and line', () => {
    const chan = book({ title: 'A Book', author: [{ family: 'Chan', given: 'Evans' }] });
    expect(inText('mla', chan, passageLocator('mla', {}, 'p41'))).toBe('(Chan, par. 41)');
    const hamlet = book({ title: 'Hamlet', author: [{ family: 'Shakespeare', given: 'William' }] });
    expect(inText('mla', hamlet, passageLocator('mla', { act: 1, scene: 5 }, 'l35', 'l37'))).toBe(
      '(Shakespeare 1.5.35–37)',
    );
  });
});

describe('APA 7', () => {
  const muchAdo = book({
    title: 'Much ado about nothing',
    author: [{ family: 'Shakespeare', given: 'W.' }],
    editor: [
      { family: 'Mowat', given: 'B. A.' },
      { family: 'Werstine', given: 'P.' },
    ],
    publisher: 'Washington Square Press',
    issued: year(1995),
    'original-date': year(1623),
  });

  test('cites a work published again as the Publication Manual’s example of Shakespeare does', () => {
    expect(reference('apa', muchAdo)).toBe(
      'Shakespeare, W. (1995). <i>Much ado about nothing</i> (B. A. Mowat &#38; P. Werstine, Eds.). ' +
        'Washington Square Press. (Original work published 1623)',
    );
  });

  test('cites its lines with both years', () => {
    expect(inText('apa', muchAdo, passageLocator('apa', { act: 1, scene: 3 }, 'l36', 'l37'))).toBe(
      '(Shakespeare, 1623/1995, 1.3.36–37)',
    );
  });

  test('cites a page with its day and a website that is not its author', () => {
    const page: CslItem = {
      id: 'page',
      type: 'webpage',
      title: 'Be kind to yourself: How self-compassion can improve your resiliency',
      'container-title': 'Mayo Clinic',
      author: [{ family: 'Martin Lillie', given: 'C. M.' }],
      issued: { 'date-parts': [[2016, 12, 29]] },
      language: 'en',
      URL: 'https://www.mayoclinic.org/art-20267193',
    };
    expect(reference('apa', page)).toBe(
      'Martin Lillie, C. M. (2016, December 29). <i>Be kind to yourself: How self-compassion can improve your ' +
        'resiliency</i>. Mayo Clinic. https://www.mayoclinic.org/art-20267193',
    );
  });

  test('names the chapter and the paragraph of a book without pages', () => {
    const item = book({ title: 'Mindset', author: [{ family: 'Dweck', given: 'C. S.' }], issued: year(2016) });
    expect(inText('apa', item, passageLocator('apa', { chapter: 3 }, 'p4', 'p6'))).toBe(
      '(Dweck, 2016, Chapter 3, paras. 4–6)',
    );
  });
});

describe('Chicago 17', () => {
  test('cites a book as the manual’s quick guide does', () => {
    const swingTime = book({
      title: 'Swing Time',
      author: [{ family: 'Smith', given: 'Zadie' }],
      publisher: 'Penguin Press',
      issued: year(2016),
    });
    expect(reference('chicago', swingTime)).toBe('Smith, Zadie. <i>Swing Time</i>. Penguin Press, 2016.');
    expect(inText('chicago', swingTime, ', 315–16')).toBe(
      'Zadie Smith, <i>Swing Time</i> (Penguin Press, 2016), 315–16.',
    );
  });

  test('cites a book without pages by its chapter, in the note before the address', () => {
    const pride = book({
      title: 'Pride and Prejudice',
      author: [{ family: 'Austen', given: 'Jane' }],
      publisher: 'Penguin Classics',
      issued: year(2007),
      URL: 'https://example.com/pride/',
    });
    expect(inText('chicago', pride, passageLocator('chicago', { chapter: 3 }))).toBe(
      'Jane Austen, <i>Pride and Prejudice</i> (Penguin Classics, 2007), chap. 3, https://example.com/pride/.',
    );
  });
});

describe('Harvard (Cite Them Right)', () => {
  test('cites a book read online with the day on which it was read', () => {
    const bleakHouse = book({
      title: 'Bleak House',
      author: [{ family: 'Dickens', given: 'Charles' }],
      publisher: 'Penguin',
      issued: year(2003),
      URL: 'https://example.com/bleak/',
      accessed: { literal: '[date]' },
    });
    expect(reference('harvard', bleakHouse)).toBe(
      'Dickens, C. (2003) <i>Bleak House</i>. Penguin. Available at: https://example.com/bleak/ (Accessed: [date]).',
    );
    expect(inText('harvard', bleakHouse, passageLocator('harvard', { chapter: 1 }, 'p2'))).toBe(
      '(Dickens, 2003, chap. 1, para. 2)',
    );
  });

  test('sets the title of a poem in single quotation marks', () => {
    const poem = book({
      type: 'chapter',
      title: 'Ode to a Nightingale',
      'container-title': 'Poetry',
      author: [{ family: 'Keats', given: 'John' }],
      publisher: 'Standard Ebooks',
      issued: year(2020),
    });
    expect(reference('harvard', poem)).toBe(
      'Keats, J. (2020) ‘Ode to a Nightingale’, in <i>Poetry</i>. Standard Ebooks.',
    );
  });
});
