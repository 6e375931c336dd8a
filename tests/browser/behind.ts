import { hosts, start } from '../site/hosts.ts';

// Keeps a host running before the site in OUT, built under BASE, at PORT, until it is stopped.
const { BEHIND = '', OUT = '', BASE = '/', PORT } = process.env;
const host = Object.entries(hosts).find(([name]) => name === BEHIND)?.[1];
if (!host) throw new Error(`Unexpected BEHIND=${BEHIND}, expected ${Object.keys(hosts).join(' or ')}.`);
const serving = await start(host, { out: OUT, base: BASE }, Number(PORT));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void serving.stop().then(() => process.exit(0)));
