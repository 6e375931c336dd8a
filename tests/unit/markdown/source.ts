import { compile } from '../../../src/markdown/compile.ts';
import type { Document, Form } from '../../../src/markdown/document.ts';

/** An excerpt of `form` whose text is `body`, compiled. The body starts on line 6. */
export function excerpt(body: string, form: Form = 'prose'): Document {
  return compile(`---\ntitle: X\nform: ${form}\n---\n\n${body}\n`, 'works/book/chapter-1.md', { base: '/' });
}

/** An essay whose text is `body`, compiled. The body starts on line 5. */
export function essay(body: string, base = '/'): Document {
  return compile(`---\ntitle: X\n---\n\n${body}\n`, 'essays/x.md', { base });
}

/** The faults of a document, each as `line:column code`. */
export function codes({ faults }: Document): string[] {
  return faults.map(({ line, column, code }) => `${line}:${column} ${code}`);
}
