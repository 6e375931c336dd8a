import { buildSite } from '../../src/integrations/build-site.ts';
import { phases } from './phases.ts';

// The site's own build, which also says how long its phases took.
await buildSite({ integrations: [phases(process.argv[2]!)] });
