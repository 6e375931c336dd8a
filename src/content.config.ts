// From `astro:content` the whole of Astro's runtime would be read here, which takes a second.
import { defineCollection } from 'astro/content/config';

import { contentLoader } from './library/loader.ts';

export const collections = {
  content: defineCollection({ loader: contentLoader(process.env['CONTENT'] ?? 'content') }),
};
