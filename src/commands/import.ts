import { importCommand } from './import-command.ts';
import { surroundings } from './surroundings.ts';

process.exitCode = await importCommand(process.argv.slice(2), surroundings());
