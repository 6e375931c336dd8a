import { searchable } from '../text/fragment.ts';
import { linesOf } from './article-text.ts';

/**
 * Looks for the words of a text directive, lands on the anchor where the browser does not know directives, and says
 * what was looked for where the words are not in the text or the browser cannot show them.
 */
export function lookFor(id: string, directive: string): void {
  const knows = 'fragmentDirective' in document;
  if (!knows) document.getElementById(id)?.scrollIntoView();
  const [wanted, ...more] = partsOf(directive);
  if (!wanted) return;
  const text = searchable(
    linesOf(document.body, true)
      .map((line) => line.text)
      .join('\n'),
  );
  const isThere = [wanted, ...more].every((part) => text.includes(searchable(part).trim()));
  if (knows && isThere) return;
  const words = more.length > 0 ? `${wanted} … ${more.at(-1)!}` : wanted;
  const message = document.createElement('p');
  message.className = 'lost-words';
  message.role = 'status';
  message.textContent = isThere
    ? `This link points at the words “${words}”.`
    : `This link points at the words “${words}”, which are not in this text as it stands now.`;
  const block = document.getElementById(id)?.closest('.block');
  if (block) block.append(message);
  else document.querySelector('main')!.prepend(message);
}

/** The words between which the directive spans: its start and, where it has one, its end. */
function partsOf(directive: string): string[] {
  const [, value = ''] = /:~:(?:.*&)?text=([^&]*)/.exec(directive) ?? [];
  return value
    .split(',')
    .filter((part) => !part.endsWith('-') && !part.startsWith('-'))
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
}
