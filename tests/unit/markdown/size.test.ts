import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/markdown/compile.ts';

const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('\n');

/** Texts that a parser takes time or stack for. */
const large: Record<string, string> = {
  '10 MB of nested lists': many(500_000, (n) => `${'  '.repeat(n % 8)}- item ${n}`),
  '100,000 footnotes': `${many(100_000, (n) => `word[^n${n}]`)}\n\n${many(100_000, (n) => `[^n${n}]: note\n`)}`,
  'a line of a million quotations': '> '.repeat(1_000_000),
  'a million brackets': '['.repeat(1_000_000),
  'a million stars': '*a '.repeat(1_000_000),
};

describe('a file longer than any chapter', () => {
  it.each(Object.entries(large))('is refused with one fault: %s', (_, body) => {
    const { faults, blocks, notes, html } = compile(`---\ntitle: X\n---\n\n${body}`, 'essays/a.md');
    expect(faults).toEqual([
      {
        code: 'file-too-long',
        file: 'content/essays/a.md',
        line: 1,
        column: 1,
        message: `Unexpected ${body.length + 4} characters, expected at most 200000.`,
      },
    ]);
    expect({ blocks, notes, html }).toEqual({ blocks: [], notes: [], html: '' });
  });
});

describe('a file below that', () => {
  it('may have a thousand notes', () => {
    const { faults, notes } = compile(
      `---\ntitle: X\n---\n\n${many(1000, (n) => `word[^n${n}]`)}\n\n${many(1000, (n) => `[^n${n}]: note\n`)}`,
      'essays/a.md',
    );
    expect(faults).toEqual([]);
    expect(notes).toHaveLength(1000);
  });

  it.each(['> ', '- ', '1. ', '  - '])('is refused for depth rather than parsed: %j over and over', (marker) => {
    const { faults } = compile(`---\ntitle: X\n---\n\n${marker.repeat(20_000)}x`, 'essays/a.md');
    expect(faults.map(({ code }) => code)).toEqual(['nested-too-deep']);
  });
});
