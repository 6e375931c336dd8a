import { watch } from 'node:fs';

/** Editors save in several steps; they are one save when no more than this many milliseconds lie between them. */
const quiet = 100;

/**
 * Runs `task` now and again after each change below `folder`, until `signal` is aborted: one run at a time, and one
 * more for all that changes meanwhile. Throws where the folder cannot be watched.
 */
export async function runOnSave(folder: string, task: () => Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise: ended, resolve: end, reject } = Promise.withResolvers<undefined>();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let changed = false;

  async function run() {
    changed = running;
    if (running) return;
    running = true;
    await task();
    running = false;
    if (changed && !signal.aborted) await run();
    if (signal.aborted) end(undefined);
  }

  watch(folder, { recursive: true, signal }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void run().catch(reject), quiet);
  }).on('error', reject);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    if (!running) end(undefined);
  });
  await run();
  await ended;
}
