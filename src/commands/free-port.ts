import { requirePort } from './listen.ts';

const { PORT = '4321', HOST = 'localhost' } = process.env;

// Before the site is built: who has to choose another port should not wait for that.
await requirePort(HOST, PORT, 'npm start').catch((error: unknown) => {
  console.error((error as Error).message);
  process.exitCode = 1;
});
