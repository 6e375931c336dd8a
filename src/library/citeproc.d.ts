declare module 'citeproc' {
  /** A style or locale as citeproc walks it. */
  export interface Tree {
    name: string;
    attrs: Record<string, string>;
    children: (Tree | string)[];
  }

  interface Cite {
    id: string;
    locator?: string;
    label?: string;
    suffix?: string;
  }

  interface System {
    retrieveItem(id: string): object;
    retrieveLocale(language: string): Tree;
  }

  export class Engine {
    constructor(system: System, style: Tree, language: string, forceLanguage: boolean);
    opt: { development_extensions: Record<string, boolean> };
    updateItems(ids: string[]): void;
    makeBibliography(): [parameters: object, entries: string[]];
    makeCitationCluster(cites: Cite[]): string;
  }

  const CSL: { Engine: typeof Engine };
  export default CSL;
}
