import { check, parseArgsAsCheckConfig } from '@astrojs/check';
import { sync } from 'astro';

// What `astro check` does, without its notice of telemetry.
await sync({ logLevel: 'error' });
process.exit((await check(parseArgsAsCheckConfig(process.argv))) ? 1 : 0);
