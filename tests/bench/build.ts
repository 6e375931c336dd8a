import { buildSite } from '../../src/integrations/build-site.ts';
import { observePhases } from './phases.ts';

// The site's own build, which also says how long its phases took.
const write = observePhases();
await buildSite();
write(process.argv[2]!);
