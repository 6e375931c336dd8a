import { build } from 'astro';

// Through Astro's API and not its command, which follows a report of faults with a stack trace.
try {
  await build({});
} catch (error) {
  console.error(error instanceof Error && error.name === 'ContentError' ? error.message : error);
  process.exit(1);
}
