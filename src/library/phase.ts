/** What a build does, in this order of beginnings; what is compiled and indexed is so in threads, beside the rest. */
export type Phase = 'load' | 'compile' | 'library and proofs' | 'render' | 'index' | 'publish';

/** Says that a phase begins, in the timeline of the process (User Timing), which graphs of modules share. */
export function begins(phase: Phase): void {
  performance.mark(phase);
}

/** Says that a phase ends; nothing where it has not begun, as where the content is at fault and nothing is rendered. */
export function ends(phase: Phase): void {
  if (performance.getEntriesByName(phase, 'mark').length > 0) performance.measure(phase, phase);
}
