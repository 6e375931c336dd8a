import { arrayBuffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { escape } from '../text/escape.ts';
import { type Chapter, chaptersOf } from './epub-chapters.ts';
import { asXml, type Changes, idsIn } from './epub-markup.ts';
import type { Work } from './library.ts';
import { pictureType } from './picture.ts';

/** What a book takes from outside the library. */
export interface Surroundings {
  /** Gives an address of the site its host. */
  absolute: (url: string) => string;
  /** Day of the last change of the library, as `2026-11-22`; never the clock, so that a build repeats its bytes. */
  modified: string;
  /** Roman and italic, as WOFF2. */
  fonts: { roman: Uint8Array; italic: Uint8Array };
  /** The bytes of a picture by its address on the site. */
  picture: (url: string) => Promise<Uint8Array>;
}

const style = `@font-face { font-family: Serif; src: url(roman.woff2); }
@font-face { font-family: Serif; src: url(italic.woff2); font-style: italic; }
body { font-family: Serif, serif; line-height: 1.5; }
h1, h2, h3 { font-weight: normal; line-height: 1.2; }
a[role='doc-noteref'] { font-size: 0.7em; vertical-align: super; text-decoration: none; }
mark { background: none; color: inherit; }
.line { display: block; }
.speaker { font-variant: small-caps; margin-bottom: 0; }
.direction { font-style: italic; }
blockquote { margin: 1em 1.5em; }
`;

/** A work as a book in EPUB 3.3 (https://www.w3.org/TR/epub-33/). The same library gives the same bytes. */
export async function epubOf(
  work: Work,
  { absolute, modified, fonts, picture }: Surroundings,
): Promise<Uint8Array<ArrayBuffer>> {
  const chapters = chaptersOf(work);
  const pictures = new Map<string, string>();
  const byUrl = new Map(chapters.map((chapter) => [chapter.url, { ...chapter, ids: idsIn(chapter.html) }]));
  const files: Record<string, string | Uint8Array> = {
    'META-INF/container.xml': container,
    // It lists the pictures, which the chapters name.
    'book/package.opf': '',
    'book/nav.xhtml': xhtml('Contents', navigation(chapters)),
    'book/style.css': style,
    'book/roman.woff2': fonts.roman,
    'book/italic.woff2': fonts.italic,
  };
  for (const { name, title, type, url, html } of chapters) {
    const body = asXml(html, changesOn(url));
    files[`book/${name}.xhtml`] = xhtml(title, `<section epub:type="${type}">${body}</section>`);
  }
  files['book/package.opf'] = packageOf(work, chapters, pictures, absolute, modified);
  for (const [url, name] of pictures) files[`book/${name}`] = await picture(url);
  return zipped(files);

  /** Leads a link to where its target stands in the book, else to the site; gives a picture a name in the book. */
  function changesOn(url: string): Changes {
    return {
      href: (href) => linkFrom(url, href),
      src: pictureName,
      // They are of the site's own address.
      cite: () => undefined,
      'data-address': () => undefined,
    };
  }

  function pictureName(src: string): string {
    const name = pictures.get(src) ?? `picture-${pictures.size + 1}.${src.split('.').at(-1)}`;
    pictures.set(src, name);
    return name;
  }

  function linkFrom(url: string, href: string): string {
    if (/^[a-z]+:/i.test(href)) return href;
    const [path = '', fragment = ''] = href.split('#');
    const target = byUrl.get(path === '' ? url : path);
    if (!target) return absolute(href);
    // What follows `:~:` is read by browsers alone.
    const anchor = fragment.split(':~:')[0]!;
    const file = target.url === url && anchor ? '' : `${target.name}.xhtml`;
    return file + (target.ids.has(anchor) ? `#${anchor}` : '');
  }
}

/** Of what is compressed: 6 makes the text of our books a sixtieth smaller and takes half as long again. */
const compressionLevel = 4;

/** The first file says, uncompressed, what the others are; the time is the same for all of them. */
async function zipped(files: Record<string, string | Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  // ZIP counts in the clock of the place, from 1980; a time in that clock alone needs no extra field.
  const options = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('application/epub+zip'), 'mimetype', { ...options, compress: false });
  for (const [path, content] of Object.entries(files)) {
    const file =
      typeof content === 'string'
        ? Buffer.from(path.endsWith('.css') ? content : wellFormed(content))
        : Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    // Fonts are compressed already.
    zip.addBuffer(file, path, {
      ...options,
      compressionLevel: path.endsWith('.woff2') ? 0 : compressionLevel,
    });
  }
  zip.end();
  return new Uint8Array(await arrayBuffer(zip.outputStream));
}

/** What markup may say and XML may not: the end of a section that was never begun, and characters that control. */
function wellFormed(text: string): string {
  return text.replaceAll(']]>', ']]&gt;').replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
}

function xhtml(title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en-GB" xml:lang="en-GB">
<head>
<title>${escape(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
${body}
</body>
</html>
`;
}

function navigation(chapters: Chapter[]): string {
  const items = chapters.map(({ name, title }) => `<li><a href="${name}.xhtml">${escape(title)}</a></li>`);
  return `<nav epub:type="toc" role="doc-toc"><h1>Contents</h1><ol>\n${items.join('\n')}\n</ol></nav>`;
}

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function packageOf(
  { title, url, data }: Work,
  chapters: Chapter[],
  pictures: Map<string, string>,
  absolute: (url: string) => string,
  modified: string,
): string {
  const items = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>',
    '<item id="style" href="style.css" media-type="text/css"/>',
    '<item id="roman" href="roman.woff2" media-type="font/woff2"/>',
    '<item id="italic" href="italic.woff2" media-type="font/woff2"/>',
    ...chapters.map(({ name }) => `<item id="c-${name}" href="${name}.xhtml" media-type="application/xhtml+xml"/>`),
    ...[...pictures.values()].map(
      (name) => `<item id="${name.split('.')[0]}" href="${name}" media-type="${pictureType(name)}"/>`,
    ),
  ];
  const access = {
    accessMode: ['textual', ...(pictures.size > 0 ? ['visual'] : [])],
    accessModeSufficient: ['textual'],
    accessibilityFeature: ['structuralNavigation', 'tableOfContents', 'readingOrder', 'displayTransformability'],
    accessibilityHazard: ['none'],
    accessibilitySummary: ['Text with headings, a table of contents and linked notes; pictures have descriptions.'],
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="en-GB">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escape(absolute(`${url.slice(0, -1)}.epub`))}</dc:identifier>
<dc:title>${escape(title)}: passages with notes</dc:title>
<dc:language>en-GB</dc:language>
<dc:creator>${escape(data.author.name)}</dc:creator>
<dc:publisher>Gloss</dc:publisher>
<dc:rights>Notes and essays: CC BY 4.0. ${data.rights.status === 'public-domain' ? 'The work is in the public domain.' : 'The work is in copyright.'}</dc:rights>
<meta property="dcterms:modified">${modified}T00:00:00Z</meta>
${Object.entries(access)
  .flatMap(([name, values]) => values.map((value) => `<meta property="schema:${name}">${value}</meta>`))
  .join('\n')}
</metadata>
<manifest>
${items.join('\n')}
</manifest>
<spine>
${chapters.map(({ name }) => `<itemref idref="c-${name}"/>`).join('\n')}
</spine>
</package>
`;
}
