import { type Advice, adviceCodes, advise } from '../library/advice.ts';
import { checkContent } from '../library/check.ts';
import { reportOf } from '../library/report.ts';
import { readSpelling } from '../library/spelling.ts';
import { checkData, shelfSummary, summaryOf, unprovedReport } from '../library/summary.ts';
import { faultCodes, type Fault } from '../markdown/fault.ts';

/** How a check says what it found: for people, for machines, or as annotations of GitHub Actions. */
export type CheckFormat = 'text' | 'json' | 'github';
export const checkFormats: readonly CheckFormat[] = ['text', 'json', 'github'];

export interface CheckReport {
  /** Whether there was no fault; advice is none. */
  passed: boolean;
  /** Faults and advice, '' for none; they go where errors go. */
  errors: string;
  /** What else is to be said. */
  text: string;
}

/** Checks the folder `content`, with our own prose held to a dictionary and the words in the file `spelling`. */
export async function checkReport(content: string, format: CheckFormat, spelling = '.spelling'): Promise<CheckReport> {
  const checked = checkContent(content);
  const advice = advise(checked.library, checked.sources, await readSpelling(spelling));
  const passed = checked.faults.length === 0;
  if (format === 'json') return { passed, errors: '', text: JSON.stringify(checkData(checked, advice), null, 2) };
  const text = [unprovedReport(checked.library), shelfSummary(checked.library), summaryOf(checked)]
    .filter((part) => part !== '')
    .join('\n');
  if (format === 'github')
    return { passed, errors: '', text: [...annotations(checked.faults, advice), text].join('\n') };
  return { passed, errors: passed && advice.length === 0 ? '' : reportOf(checked.faults, advice), text };
}

/** Commands of GitHub Actions, which shows each at its line of a pull request: https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function annotations(faults: readonly Fault[], advice: readonly Advice[]): string[] {
  return [
    ...faults.map((fault) => annotation('error', fault, `${fault.message} ${faultCodes[fault.code]}`)),
    ...advice.map((one) => annotation('warning', one, `${one.message} ${adviceCodes[one.code]}`)),
  ];
}

function annotation(level: string, { file, line, column, code }: Fault | Advice, message: string): string {
  const properties = Object.entries({ file, line, col: column, title: code }).map(
    ([key, value]) => `${key}=${escaped(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${level} ${properties.join(',')}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
