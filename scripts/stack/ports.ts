import { createServer } from 'node:net';
import { mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { acquire } from '../bootstrap/lock.mjs';

/** Everything that listens, in the order of the ports that it takes from a block. */
export const services = [
  'web',
  'mailbox',
  'smtp',
  'auth',
  'firestore',
  'firestoreWebsocket',
  'functions',
  'eventarc',
  'tasks',
  'hub',
  'logging',
  'stripe',
] as const;
export type Service = (typeof services)[number];
export type Ports = Readonly<Record<Service, number>>;

/** What each service is called when a port of it is in the way. */
export const serviceNames = {
  web: 'the web',
  mailbox: 'the mailbox',
  smtp: 'the mailbox’s SMTP server',
  auth: 'the Auth emulator',
  firestore: 'the Firestore emulator',
  firestoreWebsocket: 'the Firestore emulator’s websocket',
  functions: 'the Functions emulator',
  eventarc: 'the Eventarc emulator',
  tasks: 'the Tasks emulator',
  hub: 'the emulators’ hub',
  logging: 'the emulators’ log',
  stripe: 'the stand-in for Stripe',
} as const satisfies Record<Service, string>;

export type Reservation = { readonly ports: Ports; readonly release: () => void };

const blockSize = 16;
/** Below the ports that systems give to outgoing connections, and free of those that browsers refuse. */
const range = { from: 11_008, to: 31_000 };

/** Free ports for a stack of its own. Several may ask at once, from any checkout: a lock file per block keeps them apart. */
export async function reservePorts(): Promise<Reservation> {
  const folder = path.join(os.tmpdir(), `tenantry-ports-${os.userInfo().uid}`);
  mkdirSync(folder, { recursive: true });
  const blocks = Math.floor((range.to - range.from) / blockSize);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const base = range.from + blockSize * Math.floor(Math.random() * blocks);
    const lock = path.join(folder, String(base));
    if (!acquire(lock)) continue;
    const release = (): void => rmSync(lock, { force: true });
    const ports = portsFrom(base);
    if ((await taken(ports)).length === 0) return { ports, release };
    release();
  }
  throw new Error('No free block of ports in 200 attempts.');
}

/** A block's ports: consecutive, in the order of the services. */
export function portsFrom(base: number): Ports {
  return Object.fromEntries(services.map((service, index) => [service, base + index])) as Ports;
}

/** The services whose ports somebody listens on already. */
export async function taken(ports: Ports): Promise<readonly Service[]> {
  const free = await Promise.all(services.map((service) => isFree(ports[service])));
  return services.filter((_, index) => !free[index]);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
