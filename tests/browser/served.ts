import type { Site } from '../site/sites.ts';

/** Name of the variable that holds the port of a site in this run. */
export const portOf = ({ name }: Site) => `TEST_PORT_${name}`;

/** The URL in this run of a site's address, which is written from its home (`works/`) or its host (`/gloss/works/`). */
export function urlOf(site: Site, address = ''): string {
  return new URL(address, `http://localhost:${process.env[portOf(site)]!}${site.base}`).href;
}
