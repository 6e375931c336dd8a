import { expect, test } from 'vitest';

import { asTitle, isHeadingText, readHeading } from '../../../src/import/heading.ts';

test.each([
  ['Chapter 5', { label: 'chapter', number: 5, written: '5', title: '' }],
  ['CHAPTER V. THE LETTER', { label: 'chapter', number: 5, written: 'V', title: 'The Letter' }],
  ['Chapter the Twenty-First', { label: 'chapter', number: 21, written: 'Twenty-First', title: '' }],
  ['THE FIRST ACT', { label: 'act', number: 1, written: 'FIRST', title: '' }],
  ['SCENE II. A Camp near Forres.', { label: 'scene', number: 2, written: 'II', title: 'A Camp near Forres' }],
  ['Volume III', { label: 'book', number: 3, written: 'III', title: '' }],
  ['XIV', { number: 14, written: 'XIV', title: '' }],
  ['IV. Of Truth', { number: 4, written: 'IV', title: 'Of Truth' }],
  ['1887', { title: '1887' }],
  ['I Sit and Look Out', { title: 'I Sit and Look Out' }],
  ['Mix', { title: 'Mix' }],
  ['PREFACE.', { title: 'Preface' }],
])('reads the heading “%s”', (text, heading) => {
  expect(readHeading(text)).toEqual(heading);
});

test.each([
  ['UNDER THE SOUTHERN PINES', 'Under the Southern Pines'],
  ['JONATHAN HARKER’S JOURNAL—continued', 'Jonathan Harker’s Journal—continued'],
  ['HENRY IV', 'Henry IV'],
  ["MRS. O'HARA", "Mrs. O'Hara"],
  ['To Leigh Hunt, Esq.', 'To Leigh Hunt, Esq'],
  ['What then …', 'What then …'],
])('sets the title “%s” as “%s”', (text, title) => {
  expect(asTitle(text)).toBe(title);
});

test.each([
  ['CHAPTER V.', true],
  ['Letter 4', true],
  ['SCENE I. An open Place. Thunder and Lightning.', true],
  ['Chapter 5 of the book begins at sea.', false],
  ['Part of me was glad.', false],
  ['ACTING WAS HER LIFE.', false],
])('a paragraph “%s” is a heading: %s', (text, isHeading) => {
  expect(isHeadingText(text)).toBe(isHeading);
});
