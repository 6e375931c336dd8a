import { stem } from 'porter2';

/** Words in which readers remember what books say in others: “the painting” for the picture, “scared” for fear. */
const groups = [
  'afraid fear fright scare terror terrified',
  'angry anger fury rage wrath',
  'baby child infant newborn',
  'beat beaten flog flogged strike struck whip',
  'book volume',
  'burn fire flame',
  'cruel cruelty unkind',
  'cry cries crying sob tear tears weep wept weeping',
  'dance dancing sway swaying',
  'death dead die dying died',
  'doctor physician',
  'end ending last',
  'escape flee fled run ran runaway',
  'ghost phantom spectre spirit',
  'hate hatred loathe abhor abhorrence',
  'hide hidden conceal secret',
  'jail gaol prison prisoner convict',
  'kill killed murder murdered slay slain',
  'lie lied lying liar',
  'love loved loving',
  'mirror glass looking-glass',
  'money gold rich wealth',
  'monster creature daemon fiend wretch',
  'mother mum mama',
  'painting picture portrait canvas',
  'poor poverty want',
  'proposal propose proposes marry marriage',
  'sad sorrow grief misery miserable',
  'say said speak speech tell told',
  'stab stabs stabbed knife',
  'ugly hideous deformed deformity',
  'wife bride',
].map((group) => new Set(group.split(' ').map((word) => stem(word.replaceAll('-', '')))));

/** The stems of the words that a reader may have meant with one, itself left out. */
export function kindredOf(word: string): string[] {
  const own = stem(word);
  return groups.filter((group) => group.has(own)).flatMap((group) => [...group].filter((other) => other !== own));
}
