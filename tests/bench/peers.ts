import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Cost, measure } from './measure.ts';

/** A way to build the same Markdown into a site with an index. */
export interface Peer {
  name: string;
  /** Files of its project. */
  files: Record<string, string>;
  /** What is run, in the project's folder, one after the other. */
  steps: string[][];
}

const dependencies = {
  '@11ty/eleventy': '3.1.8',
  '@astrojs/starlight': '0.42.4',
  astro: '7.3.4',
  'markdown-it-footnote': '4.0.0',
  pagefind: '1.5.2',
};

const page = (body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8" /><title>A page</title></head>
<body><nav><a href="/">Home</a></nav><main data-pagefind-body>${body}</main></body></html>`;

const astro = ['../node_modules/astro/bin/astro.mjs', 'build', '--silent'];
const pagefind = ['../node_modules/pagefind/lib/runner/bin.cjs', '--site', 'dist', '--silent'];

export const peers: Peer[] = [
  {
    name: 'Astro as it comes, Pagefind',
    files: {
      'astro.config.mjs': 'export default {};',
      'src/content.config.mjs': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { pages: defineCollection({ loader: glob({ base: process.env.CONTENT, pattern: '**/*.md' }) }) };`,
      'src/pages/[...slug].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  const entries = await getCollection('pages');
  return entries.map((entry) => ({ params: { slug: entry.id }, props: { entry } }));
}
const { Content } = await render(Astro.props.entry);
---
${page('<h1>{Astro.props.entry.data.title}</h1><Content />')}`,
    },
    steps: [astro, pagefind],
  },
  {
    name: 'Starlight, with its index',
    files: {
      'astro.config.mjs': `import starlight from '@astrojs/starlight';
export default { site: 'http://localhost', integrations: [starlight({ title: 'Bench', sidebar: [] })] };`,
      'src/content.config.mjs': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = {
  docs: defineCollection({ loader: glob({ base: process.env.CONTENT, pattern: '**/*.md' }), schema: docsSchema() }),
};`,
    },
    steps: [astro],
  },
  {
    name: 'Eleventy, Pagefind',
    files: {
      'eleventy.config.mjs': `import footnote from 'markdown-it-footnote';
export default (config) => {
  config.amendLibrary('md', (markdown) => markdown.use(footnote));
  config.addGlobalData('layout', 'page.html');
  return { dir: { input: 'pages', includes: '../layouts', output: 'dist' }, markdownTemplateEngine: false };
};`,
      'layouts/page.html': page('<h1>{{ title }}</h1>{{ content }}'),
    },
    steps: [['../node_modules/@11ty/eleventy/cmd.cjs', '--quiet'], pagefind],
  },
];

/** Installs the peers into a folder, once for each choice of versions. Throws when the registry cannot be reached. */
export async function installPeers(folder: string): Promise<void> {
  const file = join(folder, 'package.json');
  const wanted = JSON.stringify({ name: 'peers', private: true, type: 'module', dependencies }, undefined, 2);
  const installed = existsSync(join(folder, 'node_modules')) && (await readFile(file, 'utf8')) === wanted;
  if (installed) return;
  await mkdir(folder, { recursive: true });
  await writeFile(file, wanted);
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder });
}

/** Builds the Markdown of `content` as a peer does, from nothing; `installed` is the folder of `installPeers`. */
export async function buildPeer(peer: Peer, installed: string, content: string): Promise<Cost> {
  const project = join(installed, 'project');
  await rm(project, { recursive: true, force: true });
  await mkdir(project, { recursive: true });
  // Vite learns from it which packages are Astro's.
  await cp(join(installed, 'package.json'), join(project, 'package.json'));
  for (const [path, text] of Object.entries(peer.files)) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }
  await cp(content, join(project, 'pages'), { recursive: true });
  const total: Cost = { wall: 0, cpu: 0, memory: 0 };
  for (const step of peer.steps) {
    const cost = await measure({ arguments: step, folder: project, environment: { CONTENT: join(project, 'pages') } });
    total.wall += cost.wall;
    total.cpu += cost.cpu;
    total.memory = Math.max(total.memory, cost.memory);
  }
  return total;
}
