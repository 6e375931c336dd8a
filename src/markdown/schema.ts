import type { Schema } from 'hast-util-sanitize';

/** What our plugins emit, and nothing else: the last plugin of the pipeline drops the rest. No `style`, no handlers. */
export const schema: Schema = {
  tagNames: [
    'p', 'a', 'em', 'strong', 'mark', 'br', 'hr', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li',
    'blockquote', 'figure', 'figcaption', 'div', 'img', 'code', 'pre',
  ],
  attributes: {
    a: ['href', 'title', 'id', 'ariaLabel', 'dataN', 'dataQuotation', ['role', 'doc-noteref']],
    p: ['id', 'dataKind', 'dataSpeaker', 'dataIndent', 'dataVerse', 'dataOpen'],
    mark: ['dataN'],
    blockquote: ['cite'],
    figure: ['dataQuotation', ['className', 'quotation']],
    div: ['dataDefinition', 'dataNote'],
    img: ['alt', 'title', 'dataImage'],
    ol: ['start'],
    h2: ['id'], h3: ['id'], h4: ['id'], h5: ['id'], h6: ['id'],
  },
  protocols: { href: ['http', 'https', 'mailto'], cite: ['http', 'https'] },
  clobber: [],
  strip: ['script', 'style'],
};
