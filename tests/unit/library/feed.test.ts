import { expect, it } from 'vitest';
import { feedOf } from '../../../src/library/feed.ts';
import { libraryOf, shelf } from './sources.ts';

const home = new URL('https://example.org/gloss/');

it('a feed has the full text of essays, whole addresses, and notes under their numbers', () => {
  const essay =
    shelf['essays/grey.md']!.replace('title: Grey', 'title: "Grey & <grey>"') + '\nMore[^a].\n\n[^a]: A note.\n';
  const feed = feedOf(libraryOf({ 'essays/grey.md': essay }, { base: '/gloss/' }), home);
  expect(feed).toContain('<id>https://example.org/gloss/essays/grey/</id>');
  expect(feed).toContain('<title>Grey &amp; &lt;grey&gt;</title>');
  expect(feed).toContain('<updated>2026-01-02T00:00:00Z</updated>');
  expect(feed).toContain('href=&quot;https://example.org/gloss/works/book/chapter-2/#p3');
  expect(feed).toContain('&lt;a href=&quot;https://example.org/gloss/essays/grey/#fn-a&quot;&gt;[1]&lt;/a&gt;');
  expect(feed).toContain('&lt;div id=&quot;fn-a&quot;&gt;&lt;p&gt;[1]&lt;/p&gt;&lt;p&gt;A note.&lt;/p&gt;');
});

it('a feed without essays is a feed', () => {
  const feed = feedOf(libraryOf({ 'essays/grey.md': undefined }), home);
  expect(feed).not.toContain('<entry>');
  expect(feed.trimEnd().endsWith('</feed>')).toBe(true);
});
