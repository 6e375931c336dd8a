import { spawnSync } from 'node:child_process';

/** Whether Java is here, which the checkers of EPUB and HTML run on. */
export const hasJava = spawnSync('java', ['-version']).status === 0;

// These programs run for seconds: to compile them well, and to collect their garbage beside them, takes as long again.
const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** What a program in a JAR says, of both streams, and the status with which it ends. */
export function runJar(jar: string, ...args: string[]): { status: number | null; said: string } {
  const call = [...options, '-jar', jar, ...args];
  const { status, stdout, stderr } = spawnSync('java', call, { encoding: 'utf8', maxBuffer: 1e8 });
  return { status, said: stdout + stderr };
}
