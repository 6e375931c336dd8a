import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { root, type Site } from './sites.ts';

/** A server that stands before a built site on this machine, set up by our sample and nothing else. */
export interface Host {
  name: string;
  /** Whether it is installed here. */
  isHere: boolean;
  /** Its sample, with what a reader of it sets, and how it is started on the file. */
  start(sample: string, folder: string): { file: string; text: string; command: string[] };
}

const sample = (name: string) => readFileSync(join(root, 'src/hosting', name), 'utf8');

export const hosts: Record<'nginx' | 'caddy', Host> = {
  nginx: {
    name: 'nginx.conf',
    isHere: spawnSync('nginx', ['-v']).status === 0,
    start: (server, folder) => {
      const file = join(folder, 'nginx.conf');
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((of) => `${of}_temp_path ${folder};`);
      const user = process.getuid?.() === 0 ? 'user root;' : '';
      const text = `${user} daemon off; pid ${folder}/pid; error_log stderr; events {}
http { access_log off; ${temporary.join(' ')}
${server} }`;
      return { file, text, command: ['nginx', '-e', 'stderr', '-c', file] };
    },
  },
  caddy: {
    name: 'Caddyfile',
    isHere: spawnSync('caddy', ['version']).status === 0,
    start: (server, folder) => {
      const file = join(folder, 'Caddyfile');
      return { file, text: `{\n\tadmin off\n}\n${server}`, command: ['caddy', 'run', '--config', file] };
    },
  },
};

/** Starts a host before a built site, on a port. Rejects with what it says when it ends before it answers. */
export async function start(
  host: Host,
  { out, base }: Pick<Site, 'out' | 'base'>,
  port?: number,
): Promise<{ origin: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  port ??= await freePort();
  mkdirSync(join(folder, 'www'));
  const place = join(folder, 'www', base);
  if (base !== '/') symlinkSync(join(root, out), place.replace(/[\\/]$/, ''));
  const server = sample(host.name)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('\n:80 {', `\nhttp://127.0.0.1:${port}, http://localhost:${port} {`)
    .replaceAll('/srv/gloss', base === '/' ? join(root, out) : join(folder, 'www'))
    .replace(/(?<=error_page 404 |rewrite \* )\/404\.html/, `${base}404.html`);
  const { file, text, command } = host.start(server, folder);
  writeFileSync(file, text);
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env: { ...process.env, HOME: folder }, stdio: ['ignore', 'ignore', 'pipe'] });
  const origin = `http://127.0.0.1:${port}`;
  try {
    await answers(child, origin);
  } catch (error) {
    child.kill();
    throw error;
  }
  const stop = async () => {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  };
  return { origin, stop };
}

async function answers(child: ChildProcess, origin: string): Promise<void> {
  const said: string[] = [];
  child.stderr?.on('data', (data: Buffer) => said.push(String(data)));
  for (let attempt = 0; attempt < 100; attempt++) {
    if (child.exitCode !== null) throw new Error(`The server ended:\n${said.join('')}`);
    const isUp = await fetch(origin, { redirect: 'manual' }).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The server does not answer:\n${said.join('')}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
