import { checkContent } from '../library/check.ts';

const { faults, report, library } = await checkContent(process.env['CONTENT'] ?? 'content');
if (faults.length > 0) console.error(report);
const quotations = [...library.pages.values()].reduce((sum, { document }) => sum + document.quotations.length, 0);
console.log(`${library.pages.size} documents, ${quotations} quotations, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
