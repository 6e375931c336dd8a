import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Listens on every address that a host name stands for: `localhost` may mean 127.0.0.1 and ::1, and browsers differ in
 * which they try. Gives the port (a free one for `0`); throws a sentence that says what to do when it is not to be had.
 */
export async function listen(create: () => Server, host: string, wanted: string): Promise<number> {
  let port = Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT is “${wanted}”; give a number up to 65535, as in \`PORT=4322 npm start\`.`);
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
      if (!hasCode(error, 'EADDRNOTAVAIL', 'EAFNOSUPPORT')) throw explained(error, port);
      last = error;
    }
  }
  if (listening === 0) throw explained(last, port);
  return port;
}

function explained(error: unknown, port: number): unknown {
  if (hasCode(error, 'EADDRINUSE')) {
    return new Error(
      `Port ${port} is taken. Stop the program that uses it, or choose another port: \`PORT=${port + 1} npm start\`.`,
    );
  }
  if (hasCode(error, 'EACCES')) {
    return new Error(
      `Port ${port} needs rights that you do not have; choose one above 1023, as in \`PORT=4322 npm start\`.`,
    );
  }
  return error;
}

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
