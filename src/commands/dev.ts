import { posix } from 'node:path';
import { dev } from 'astro';
import { requirePort } from './listen.ts';

const { PORT = '4321', HOST = 'localhost', BASE = '/' } = process.env;

// Astro would take the next port that is free, and its address would not be the one that was asked for.
try {
  await requirePort(HOST, PORT, 'npm run dev');
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

// Through Astro's API and not its command, which moves itself into the background where it takes its caller for a program.
await dev({ server: { port: Number(PORT), host: HOST } });

// What every page needs is read now, while its author turns to the browser. What goes wrong has been said by the server.
await fetch(`http://${HOST}:${PORT}${posix.join('/', BASE, '/')}`).catch(() => undefined);
