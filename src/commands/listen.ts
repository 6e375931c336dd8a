import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Throws as `listen` does where a port cannot be had; leaves it free. */
export async function requirePort(host: string, wanted: string, command: string): Promise<void> {
  const servers: Server[] = [];
  const create = () => {
    const server = createServer();
    servers.push(server);
    return server;
  };
  try {
    await listen(create, host, wanted, command);
  } finally {
    await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  }
}

/**
 * Listens on every address that a host name stands for: `localhost` may mean 127.0.0.1 and ::1, and browsers differ in
 * which they try. Gives the port (a free one for `0`); throws a sentence that says what to do when it is not to be had,
 * with the command that would take another port.
 */
export async function listen(
  create: () => Server,
  host: string,
  wanted: string,
  command = 'npm start',
): Promise<number> {
  let port = Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT is “${wanted}”; give a number up to 65535, as in \`PORT=4322 ${command}\`.`);
  }
  const found = await lookup(host, { all: true });
  const addresses = new Set(found.map(({ address }) => address));
  let last: unknown;
  let listening = 0;
  for (const address of addresses) {
    try {
      const server = create().listen(port, address);
      await once(server, 'listening');
      port = (server.address() as AddressInfo).port;
      listening += 1;
    } catch (error) {
      // A machine without IPv6 may still name ::1.
      if (!hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) throw explained(error, port, command);
      last = error;
    }
  }
  if (listening === 0) throw explained(last, port, command);
  return port;
}

function explained(error: unknown, port: number, command: string): unknown {
  if (hasCode(error, 'EADDRINUSE')) {
    return new Error(
      `Port ${port} is taken. Stop the program that uses it, or choose another port: \`PORT=${port + 1} ${command}\`.`,
    );
  }
  if (hasCode(error, 'EACCES')) {
    return new Error(
      `Port ${port} needs rights that you do not have; choose one above 1023, as in \`PORT=4322 ${command}\`.`,
    );
  }
  return error;
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
