import { buildSite } from '../integrations/build-site.ts';

/** Errors whose message says all that a person needs, to whom a stack trace would say nothing. */
const explained = new Set(['ContentError', 'LockedError']);

// Through Astro's API and not its command, which would print the trace.
try {
  const done = await buildSite();
  if (done === 'unchanged') console.log('Nothing has changed since the site was built.');
} catch (error) {
  console.error(error instanceof Error && explained.has(error.name) ? error.message : error);
  process.exit(1);
}
