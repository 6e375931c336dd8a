import { dev } from 'astro';
import { requirePort } from './listen.ts';

const { PORT = '4321', HOST = 'localhost' } = process.env;

// Astro would take the next port that is free, and its address would not be the one that was asked for.
try {
  await requirePort(HOST, PORT, 'npm run dev');
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

// Through Astro's API and not its command, which moves itself into the background where it takes its caller for a program.
await dev({ server: { port: Number(PORT), host: HOST } });
