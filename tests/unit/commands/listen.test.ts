import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';

import { listen, requirePort } from '../../../src/commands/listen.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function create(): Server {
  const server = createServer((_, response) => response.end('here'));
  servers.push(server);
  return server;
}

test('a free port is found and answers at 127.0.0.1', async () => {
  const port = await listen(create, 'localhost', '0');
  const response = await fetch(`http://127.0.0.1:${port}/`);
  expect(await response.text()).toBe('here');
});

test('a port that is taken is refused with what to do', async () => {
  const port = await listen(create, 'localhost', '0');
  await expect(listen(create, 'localhost', String(port))).rejects.toThrow(
    `Port ${port} is taken. Stop the program that uses it, or choose another port: \`PORT=${port + 1} npm start\`.`,
  );
});

test.each(['web', '-1', '65536', '80.5'])('%s is no port', async (port) => {
  await expect(listen(create, 'localhost', port)).rejects.toThrow(
    `PORT is “${port}”; give a number up to 65535, as in \`PORT=4322 npm start\`.`,
  );
});

test('a port that is required is left free; one that is taken is refused in the words of the command', async () => {
  const port = await listen(create, 'localhost', '0');
  await expect(requirePort('localhost', String(port), 'npm run dev')).rejects.toThrow(
    `Port ${port} is taken. Stop the program that uses it, or choose another port: \`PORT=${port + 1} npm run dev\`.`,
  );
  servers.splice(0).forEach((server) => server.close());
  await requirePort('localhost', String(port), 'npm run dev');
  expect(await listen(create, 'localhost', String(port))).toBe(port);
});
