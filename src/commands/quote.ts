import { quoteCommand } from './quote-command.ts';
import { surroundings } from './surroundings.ts';

process.exitCode = quoteCommand(process.argv.slice(2), surroundings());
