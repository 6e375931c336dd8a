import { buildSite } from '../integrations/build-site.ts';
import type { Work } from '../library/work.ts';

/** Errors whose message says all that a person needs, to whom a stack trace would say nothing. */
const explained = new Set(['ContentError', 'LockedError', 'PlaceError']);

// Through Astro's API and not its command, which would print the trace.
try {
  const done = await buildSite();
  console.log(done ? tell(done) : 'Nothing has changed since the site was built.');
} catch (error) {
  console.error(error instanceof Error && explained.has(error.name) ? error.message : error);
  process.exit(1);
}

function tell({ documents, compiled, files, rendered }: Work): string {
  const seconds = Math.round(performance.now() / 1000);
  const made = `Compiled ${compiled} of ${documents} documents and rendered ${rendered} of ${files} pages and files`;
  return `${made} in ${seconds} s: the site is in ${process.env['OUT'] ?? 'dist'}.`;
}
