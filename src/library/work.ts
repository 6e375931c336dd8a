/** What a build has done, in numbers that are the same on every machine. */
export interface Work {
  /** Documents of the content. */
  documents: number;
  /** Those that were compiled, and not taken from the cache. */
  compiled: number;
  /** Pages and files that have an address. */
  files: number;
  /** Those that were rendered, and not taken from the last site. */
  rendered: number;
}

/** The loader, the pages and the integrations are graphs of modules of their own in one process; here they meet. */
const meeting = globalThis as { glossWork?: Work };

/** The work of the build that is going on, to be added to. */
export function work(): Work {
  return (meeting.glossWork ??= { documents: 0, compiled: 0, files: 0, rendered: 0 });
}
