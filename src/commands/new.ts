import { createInterface } from 'node:readline/promises';
import { newCommand } from './new-command.ts';
import { surroundings } from './surroundings.ts';

if (process.stdin.isTTY) {
  const terminal = createInterface(process.stdin, process.stdout);
  // Ctrl+C or Ctrl+D: nothing has been written yet.
  terminal.once('SIGINT', () => process.exit(1)).once('close', () => process.exit());
  process.exitCode = await newCommand(process.argv.slice(2), surroundings(), (question) => terminal.question(question));
  terminal.close();
} else process.exitCode = await newCommand(process.argv.slice(2), surroundings());
