/** Values of front matter: text, numbers, lists of text, and keys of their own. */
export type Value = string | number | boolean | string[] | number[] | { [key: string]: Value | undefined };

/** Writes front matter as YAML, between its two lines of `---`; keys without a value are left out. */
export function writeFrontMatter(data: Record<string, Value | undefined>): string {
  return `---\n${lines(data, '')}---\n`;
}

function lines(data: Record<string, Value | undefined>, indent: string): string {
  return Object.entries(data)
    .map(([key, value]) => {
      if (value === undefined) return '';
      if (Array.isArray(value)) return `${indent}${key}: [${value.map((item) => scalar(item)).join(', ')}]\n`;
      if (typeof value === 'object') return `${indent}${key}:\n${lines(value, `${indent}  `)}`;
      return `${indent}${key}: ${scalar(value)}\n`;
    })
    .join('');
}

/** Text in quotation marks where YAML would read something else without; JSON's strings are YAML's too. */
export function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const isPlain =
    /^(?:[\p{L}“‘][^\n]*|\.\/[\w./-]+|\d{4}-\d\d-\d\d)$/u.test(value) &&
    !/: | #|:$|\s$|^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value);
  return isPlain ? value : JSON.stringify(value);
}
