import { spawn } from 'node:child_process';
import { processTree } from './process-tree.ts';

/** What one run of a program cost. */
export interface Cost {
  /** Seconds from start to end. */
  wall: number;
  /** Seconds of CPU, of the program and all that it started; 0 where they are not known. */
  cpu: number;
  /** The most memory that any one process held, in bytes. */
  memory: number;
}

export interface Command {
  arguments: string[];
  folder: string;
  environment?: Record<string, string>;
}

/** Runs a program of Node to its end; throws with what it said when it fails. */
export async function measure({ arguments: args, folder, environment }: Command): Promise<Cost & { output: string }> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      ASTRO_TELEMETRY_DISABLED: '1',
      // Where our commands keep V8's code is not for others: it would have Astro's data store compiled and kept, which at
      // 5,000 documents takes twice as long as the build.
      NODE_COMPILE_CACHE: undefined,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (said: string) => (output += said));
  const cpu = new Map<number, number>();
  let memory = 0;
  const look = () => {
    for (const [pid, status] of processTree(child.pid!)) {
      cpu.set(pid, status.cpu);
      memory = Math.max(memory, status.peak);
    }
  };
  const timer = setInterval(look, 100);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  const wall = (performance.now() - started) / 1000;
  clearInterval(timer);
  if (code !== 0) throw new Error(`node ${args.join(' ')} failed:\n${output.slice(-4000)}`);
  return { wall, cpu: [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0), memory, output };
}
