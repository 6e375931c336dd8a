import type { FootnoteDefinition, FootnoteReference, Nodes, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { draftOf } from './draft.ts';
import { report } from './fault.ts';
import { placeIn } from './place.ts';
import { walk } from './walk.ts';

declare module 'mdast' {
  interface FootnoteDefinitionData {
    /** Index into `Document.notes`. */
    note?: number;
  }
}

const label = /^[a-z0-9-]+$/;

/**
 * Ties references to notes: numbers them in the order of their references, takes the lemma off each note, and gives
 * both their markup. Faults: undefined, unused, defined twice, badly labelled, inside a note, without lemma or words.
 */
export function remarkNotes() {
  return (tree: Root, file: VFile) => {
    const draft = draftOf(file);
    const definitions = new Map<string, FootnoteDefinition>();
    walk(tree, (node: Nodes) => {
      if (node.type !== 'footnoteDefinition') return;
      const first = definitions.get(node.identifier);
      if (first)
        report(
          file,
          'note-defined-twice',
          `Unexpected second note \`${labelOf(node)}\`, the first is at line ${first.position?.start.line}.`,
          node,
        );
      else definitions.set(node.identifier, node);
      if (!label.test(labelOf(node)))
        report(
          file,
          'note-label-invalid',
          `Unexpected label \`${labelOf(node)}\`, expected lower-case letters, digits and hyphens.`,
          node,
        );
    });

    walk(tree, (node: Nodes) => {
      if (node.type === 'text') undefinedNotes(node, file);
      if (node.type === 'footnoteReference') reference(node);
      if (node.type !== 'footnoteDefinition') return true;
      walk(node, (inside: Nodes) => {
        if (inside.type === 'text') undefinedNotes(inside, file);
        if (inside.type === 'footnoteReference')
          report(
            file,
            'note-inside-note',
            `Unexpected reference \`[^${labelOf(inside)}]\` inside the note \`${labelOf(node)}\`.`,
            inside,
          );
      });
      return false;
    });

    for (const [identifier, node] of definitions)
      if (!draft.notes.some((note) => note.label === identifier))
        report(
          file,
          'note-unused',
          `Unexpected note \`${labelOf(node)}\` that nothing refers to, expected \`[^${labelOf(node)}]\` in the text.`,
          node,
        );

    function reference(node: FootnoteReference) {
      const definition = definitions.get(node.identifier);
      if (!definition) return;
      let index = definition.data?.note ?? -1;
      const again = index >= 0;
      if (!again) {
        index = draft.notes.length;
        definition.data = { ...definition.data, note: index };
        const { line, column } = definition.position!.start;
        const lemma = takeLemma(definition, file, draft.kind === 'excerpt');
        draft.notes.push({
          label: node.identifier,
          number: index + 1,
          lemma,
          html: '',
          text: '',
          place: { line, column },
          block: -1,
          line: -1,
          start: 0,
          end: 0,
          links: [],
          quotations: [],
        });
      }
      const note = draft.notes[index]!;
      node.data = {
        hName: 'a',
        hProperties: {
          role: 'doc-noteref',
          href: `#fn-${note.label}`,
          id: again ? `fnref-${note.label}-again-${node.position!.start.offset}` : `fnref-${note.label}`,
          dataN: String(note.number),
          ariaLabel: note.lemma ? `Note on “${note.lemma}”` : `Note ${note.number}`,
        },
      };
    }
  };
}

/** A reference whose note is defined nowhere is plain text to the parser. */
function undefinedNotes(node: Text, file: VFile) {
  for (const { 0: mark, 1: name = '', index } of node.value.matchAll(/\[\^([^\]\s][^\]]*)\]/g)) {
    const code = label.test(name) ? 'note-undefined' : 'note-label-invalid';
    const wants = label.test(name) ? `a note \`[^${name}]: …\`` : 'a label of lower-case letters, digits and hyphens';
    report(file, code, `Unexpected reference \`${mark}\`, expected ${wants}.`, placeIn(node, mark, file, index));
  }
}

/** Removes the lemma, the bold words that a note starts with, and returns it. */
function takeLemma(definition: FootnoteDefinition, file: VFile, required: boolean): string {
  const name = labelOf(definition);
  const [first] = definition.children;
  const strong = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type === 'paragraph' && strong?.type === 'strong') {
    first.children.shift();
    const next = first.children[0];
    if (next?.type === 'text') next.value = next.value.replace(/^[:.,]?\s+/, '');
    if (toString(definition).trim() === '')
      report(
        file,
        'note-without-words',
        `Unexpected note \`${name}\` of a lemma alone, expected what there is to say of it.`,
        definition,
      );
    return toString(strong).trim();
  }
  if (required)
    report(
      file,
      'note-without-lemma',
      `Unexpected note \`${name}\` without a lemma, expected \`**the words it glosses**\` first.`,
      definition,
    );
  return '';
}

function labelOf(node: { label?: string | null | undefined; identifier: string }): string {
  return node.label ?? node.identifier;
}
