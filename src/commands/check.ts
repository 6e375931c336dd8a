import { advise } from '../library/advice.ts';
import { checkContent } from '../library/check.ts';
import { reportOf } from '../library/report.ts';
import { readSpelling } from '../library/spelling.ts';

const { faults, library, sources } = await checkContent(process.env['CONTENT'] ?? 'content');
const advice = advise(library, sources, await readSpelling('.spelling'));
if (faults.length + advice.length > 0) console.error(reportOf(faults, advice));
const quotations = [...library.pages.values()].reduce((sum, { document }) => sum + document.quotations.length, 0);
console.log(`${library.pages.size} documents, ${quotations} quotations, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
