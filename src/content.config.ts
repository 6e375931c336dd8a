import { defineCollection } from 'astro:content';

import { contentLoader } from './library/loader.ts';

export const collections = {
  content: defineCollection({ loader: contentLoader(process.env['CONTENT'] ?? 'content') }),
};
