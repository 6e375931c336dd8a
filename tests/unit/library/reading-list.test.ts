import { expect, test } from 'vitest';
import { discussionOf } from '../../../src/library/discussion.ts';
import { aroundItems, handoutOf, wordsOf } from '../../../src/library/reading-list.ts';
import { decodeHandout } from '../../../src/text/handout.ts';
import { libraryOf } from './sources.ts';

const list = `---
title: Colours
description: Two.
level: GCSE
---

Before.

1. [*Book*, ch. 2](../works/book/chapter-2.md#p3). Why grey?
2. [*Book*, ch. 1, night](../works/book/chapter-1.md#p1): and why night?

After.
`;
const absolute = (url: string) => `https://example.com${url}`;

test('a reading list is a handout whose questions are its prompts', async () => {
  const { lists } = libraryOf({ 'lists/colours.md': list });
  expect(await decodeHandout(await handoutOf(lists[0]!))).toEqual({
    handout: {
      title: 'Colours',
      instructions: '',
      choices: ['notes', 'numbers'],
      passages: [
        { excerpt: 'book/chapter-2', first: 'p3', last: 'p3', question: 'Why grey?' },
        { excerpt: 'book/chapter-1', first: 'p1', last: 'p1', question: 'and why night?' },
      ],
    },
  });
});

test('its page has the prose on either side of the items, and their words', () => {
  const { lists } = libraryOf({ 'lists/colours.md': list });
  expect(aroundItems(lists[0]!).map((html) => html.replaceAll(/ id="[^"]*"/g, '').trim())).toEqual([
    '<p>Before.</p>',
    '<p>After.</p>',
  ]);
  expect(lists[0]!.items.map(wordsOf)).toEqual([['The sea was grey that day.'], ['It was night.']]);
});

test('a question is answered by e-mail with its passage, and set on a handout', async () => {
  const { essays } = libraryOf();
  const { mail, handout } = await discussionOf(essays[0]!, 0, absolute);
  const fields = new URLSearchParams(mail.replace('mailto:?', ''));
  expect(Object.fromEntries(fields)).toEqual({
    subject: 'Grey',
    body: 'Why here?\n\n“He went home.”\nhttps://example.com/works/book/chapter-2/#p9\n\n',
  });
  expect((await decodeHandout(handout!)).handout.passages).toEqual([
    { excerpt: 'book/chapter-2', first: 'p9', last: 'p9', question: 'Why here?' },
  ]);
});
