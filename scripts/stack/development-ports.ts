import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { Refusal } from '../progress.ts';
import { readFirebaseConfig } from './folder.ts';
import { serviceNames, taken, type Ports, type Service } from './ports.ts';

/** The ports of `npm start`: the emulators' as firebase.json says, and those beside them. */
export function developmentPorts(config = readFirebaseConfig()): Ports {
  const port = (emulator: string): number => {
    const found = config.emulators[emulator]?.port;
    if (found === undefined) throw new Error(`firebase.json gives emulators.${emulator} no port.`);
    return found;
  };
  return {
    web: 4310,
    mailbox: 4311,
    smtp: 4312,
    auth: port('auth'),
    firestore: port('firestore'),
    firestoreWebsocket: config.emulators.firestore?.websocketPort ?? port('firestore') + 1,
    functions: port('functions'),
    eventarc: port('eventarc'),
    tasks: port('tasks'),
    hub: port('hub'),
    logging: port('logging'),
    stripe: port('logging') + 1,
  };
}

/** Throws a Refusal that names each port in the way and, where the system tells, the program that holds it. */
export async function requireFree(ports: Ports): Promise<void> {
  const inTheWay = await taken(ports);
  if (inTheWay.length > 0) throw new Refusal(inTheWay.map((service) => complaint(ports, service)).join('\n'));
}

function complaint(ports: Ports, service: Service): string {
  const holder = holderOf(ports[service]);
  const by = holder ? `${holder.command} (process ${holder.pid}): end it` : 'another program: end it';
  return `Port ${ports[service]}, of ${serviceNames[service]}, is taken by ${by}, or change the port in firebase.json.`;
}

/** Who listens on a port, where that can be found out. */
function holderOf(port: number): { pid: number; command: string } | undefined {
  if (existsSync('/proc/net/tcp')) return holderFromProc(port);
  const { stdout } = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'], { encoding: 'utf8' });
  const [, pid, command] = /^p(\d+)\nc(.*)$/m.exec(stdout ?? '') ?? [];
  return pid && command ? { pid: Number(pid), command } : undefined;
}

/** The socket that listens has an inode, which some process holds open. */
function holderFromProc(port: number): { pid: number; command: string } | undefined {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const listening = '0A';
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((table) => existsSync(table))
    .flatMap((table) => readFileSync(table, 'utf8').split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(`:${hexPort}`) && state === listening)
    .map((fields) => `socket:[${fields[9]}]`);
  const pid = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((name) => filesOf(name).some((file) => inodes.includes(file)));
  return pid ? { pid: Number(pid), command: readFileSync(`/proc/${pid}/comm`, 'utf8').trim() } : undefined;
}

/** What a process holds open; nothing of those that are not ours to look into or that end while we look. */
function filesOf(pid: string): readonly string[] {
  const folder = `/proc/${pid}/fd`;
  return attempt(() => readdirSync(folder), []).map((name) => attempt(() => readlinkSync(`${folder}/${name}`), ''));
}

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
