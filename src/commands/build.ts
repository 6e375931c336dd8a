import { build } from 'astro';

// Through Astro's API and not its command, which follows every error with a stack trace.
try {
  await build({});
} catch (error) {
  console.error(error);
  process.exit(1);
}
