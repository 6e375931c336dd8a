import { build } from 'astro';

/** Errors whose message says all that a person needs, to whom a stack trace would say nothing. */
const explained = new Set(['ContentError', 'LockedError']);

// Through Astro's API and not its command, which would print the trace.
try {
  await build({});
} catch (error) {
  console.error(error instanceof Error && explained.has(error.name) ? error.message : error);
  process.exit(1);
}
