import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { advise } from '../library/advice.ts';
import { checkContent } from '../library/check.ts';
import { reportOf } from '../library/report.ts';
import { readSpelling } from '../library/spelling.ts';
import { checkData, summaryOf, unprovedReport } from '../library/summary.ts';

const { values } = parseArgs({ options: { format: { type: 'string', default: 'text' } } });
const checked = await checkContent(process.env['CONTENT'] ?? 'content');
const advice = advise(checked.library, checked.sources, await readSpelling('.spelling'));
process.exitCode = checked.faults.length > 0 ? 1 : 0;

if (values.format === 'json') console.log(JSON.stringify(checkData(checked, advice), null, 2));
else {
  const unproved = unprovedReport(checked.library);
  if (checked.faults.length + advice.length > 0) console.error(reportOf(checked.faults, advice));
  if (unproved !== '') console.log(unproved);
  console.log(summaryOf(checked));
  for (const command of ['node src/commands/types.ts', 'eslint .', 'prettier --check --log-level warn .'])
    if (process.exitCode === 0) process.exitCode = spawnSync(command, { shell: true, stdio: 'inherit' }).status ?? 1;
}
