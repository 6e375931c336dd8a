/** A fault of a built page, and the address where it is. */
export interface PageFault {
  what: string;
  where: string;
}

/** A line for each fault with the pages that have it, since most stand on every page of a kind; '' for none. */
export function report(faults: PageFault[]): string {
  const groups = Map.groupBy(faults, ({ what }) => what);
  return [...groups].map(([what, on]) => `${what}\n  ${on.length} times, first on ${on[0]?.where}`).join('\n');
}
