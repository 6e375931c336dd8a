import { build } from 'astro';
import { phases } from './phases.ts';

// The site's own build, which also says how long its phases took.
await build({ logLevel: 'warn', integrations: [phases(process.argv[2]!)] });
