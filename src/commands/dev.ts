import { dev } from 'astro';

// Through Astro's API and not its command, which moves itself into the background where it takes its caller for a program.
await dev({ server: { port: Number(process.env.PORT ?? 4321) } });
