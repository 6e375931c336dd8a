/** What a command knows of where it runs, and where it says what it has to say. */
export interface Surroundings {
  /** The folder of the content. */
  content: string;
  /** The folder from which typed paths go out. */
  here: string;
  log: (text: string) => void;
  error: (text: string) => void;
}

/** Those of a command on the command line. `npm run` leaves the folder in which it was typed, and remembers it. */
export function surroundings(): Surroundings {
  return {
    content: process.env['CONTENT'] ?? 'content',
    here: process.env['INIT_CWD'] ?? process.cwd(),
    log: (text) => console.log(text),
    error: (text) => console.error(text),
  };
}
