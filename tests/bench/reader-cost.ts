import lighthouse, { type Result } from 'lighthouse';
import { markdownTable } from './markdown-table.ts';

/** What one page costs its reader on the phone and the slow network of Lighthouse's mobile preset. */
export interface ReaderCost {
  name: string;
  /** Lighthouse's scores, from 0 to 100. */
  scores: Record<Category, number>;
  /** What is held against the page: the audits that have a weight in a score and fall short. */
  failings: string[];
  /** Bytes as they are transferred, with their headers. */
  bytes: Record<Part, number>;
  requests: number;
  /** Elements of the document. */
  elements: number;
  /** Milliseconds to the largest paint, and those in which the page cannot answer. */
  largestPaint: number;
  blocked: number;
  /** Cumulative layout shift. */
  shift: number;
}

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof categories)[number];

export const parts = ['Document', 'Stylesheet', 'Script', 'Font', 'Other'] as const;
export type Part = (typeof parts)[number];

/**
 * Loads a page so many times in the browser that listens for a debugger at `port`, and gives the cost of the best run,
 * since whatever else the machine does can only slow a page. Throws when no run loads it.
 */
export async function readerCost(name: string, address: string, port: number, runs: number): Promise<ReaderCost> {
  const costs: ReaderCost[] = [];
  for (let run = 0; run < runs; run++) {
    const { lhr } = (await lighthouse(address, { port, logLevel: 'silent', onlyCategories: [...categories] }))!;
    // Now and then a busy machine loses a trace; the other runs stand.
    if (!lhr.runtimeError) costs.push(costOf(name, lhr));
    else if (run === runs - 1 && costs.length === 0) throw new Error(`${address}: ${lhr.runtimeError.message}`);
  }
  return costs.toSorted((a, b) => b.scores.performance - a.scores.performance || a.blocked - b.blocked)[0]!;
}

function costOf(name: string, { audits, categories: rated }: Result): ReaderCost {
  const number = (audit: string) => audits[audit]?.numericValue ?? NaN;
  const requests = itemsOf(audits['network-requests']) as { resourceType?: string; transferSize: number }[];
  const bytes = Object.fromEntries(parts.map((part) => [part, 0])) as Record<Part, number>;
  for (const { resourceType, transferSize } of requests)
    bytes[parts.find((part) => part === resourceType) ?? 'Other'] += transferSize;
  const weighed = categories.flatMap((category) => rated[category]!.auditRefs.filter(({ weight }) => weight > 0));
  return {
    name,
    scores: Object.fromEntries(
      categories.map((each) => [each, Math.round(100 * (rated[each]!.score ?? NaN))]),
    ) as Record<Category, number>,
    failings: weighed
      .map(({ id }) => audits[id]!)
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ title, displayValue }) => [title, displayValue].filter(Boolean).join(': ')),
    bytes,
    requests: requests.length,
    elements: number('dom-size-insight'),
    largestPaint: number('largest-contentful-paint'),
    blocked: number('total-blocking-time'),
    shift: number('cumulative-layout-shift'),
  };
}

function itemsOf(audit: Result['audits'][string] | undefined): unknown[] {
  return audit?.details && 'items' in audit.details ? (audit.details.items as unknown[]) : [];
}

/** The costs as two tables in Markdown: the scores with what is held against a page, and what is loaded. */
export function readerTable(costs: ReaderCost[]): string {
  const scores = costs.map(({ name, scores }) => [name, ...categories.map((each) => String(scores[each]))]);
  const loads = costs.map(({ name, bytes, requests, elements, largestPaint, blocked, shift }) => [
    name,
    ...parts.map((part) => (bytes[part] / 1000).toFixed(1)),
    (parts.reduce((sum, part) => sum + bytes[part], 0) / 1000).toFixed(0),
    String(requests),
    String(elements),
    (largestPaint / 1000).toFixed(2),
    blocked.toFixed(0),
    shift.toFixed(3),
  ]);
  const held = costs.flatMap(({ name, failings }) => failings.map((failing) => `- ${name}: ${failing}`));
  return [
    '### Lighthouse, mobile\n',
    markdownTable(['', ...categories], scores),
    ...(held.length > 0 ? ['Held against them:\n', ...held, ''] : []),
    '### What a page loads\n',
    markdownTable(
      ['', 'HTML, kB', 'style, kB', 'script, kB', 'fonts, kB', 'other, kB', 'all, kB', 'requests', 'elements'].concat([
        'largest paint, s',
        'blocked, ms',
        'shift',
      ]),
      loads,
    ),
  ].join('\n');
}
