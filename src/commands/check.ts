import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { type CheckFormat, checkFormats, checkReport } from './check-report.ts';
import { runOnSave } from './watched.ts';

const usage = `Checks the content, then types, lint and the format of code.

  --content       the content alone, which takes a second or two
  --watch         check the content again after each save; Ctrl+C ends it
  --format text   for people; \`json\` for machines, \`github\` for annotations of GitHub Actions`;

const content = process.env['CONTENT'] ?? 'content';
const options = parsed();
if (!options || options.help) {
  (options ? console.log : console.error)(usage);
  process.exitCode = options ? 0 : 1;
} else if (options.watch) {
  const stop = new AbortController();
  // npm reports a process that dies of a signal as a failure; ending a watch is none.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  try {
    await runOnSave(content, () => again(options.format), stop.signal);
  } catch (error) {
    console.error(`${content}/ cannot be watched: ${(error as Error).message}.`);
    process.exitCode = 1;
  }
} else {
  const { passed, errors, text } = await checkReport(content, options.format);
  if (errors !== '') console.error(errors);
  console.log(text);
  process.exitCode = passed ? 0 : 1;
  if (options.format !== 'json' && !options.content)
    for (const command of ['node src/commands/types.ts', 'eslint .', 'prettier --check --log-level warn .'])
      if (process.exitCode === 0) process.exitCode = spawnSync(command, { shell: true, stdio: 'inherit' }).status ?? 1;
}

/** One round of a watch. A file may go while it is read: that is told, and the save that took it starts the next round. */
async function again(format: CheckFormat): Promise<void> {
  try {
    const { errors, text } = await checkReport(content, format);
    console.clear();
    if (errors !== '') console.log(`${errors}\n`);
    console.log(text);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  if (format === 'text')
    console.log(`\n${new Date().toLocaleTimeString('en-GB')}: watching ${content}/ (Ctrl+C ends it).`);
}

function parsed() {
  try {
    const { values } = parseArgs({
      options: {
        format: { type: 'string', default: 'text' },
        content: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const format = checkFormats.find((known) => known === values.format);
    return format && { ...values, format };
  } catch {
    return undefined;
  }
}
