import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends a process and everything below it, at once. Process groups don't suffice: firebase-tools gives Java one of its own.
 * The root is halted first, so that it starts nothing while its children are counted.
 */
export function killTree(pid: number): void {
  signal(pid, 'SIGSTOP');
  for (const each of [pid, ...descendantsOf(pid)]) signal(each, 'SIGKILL');
}

/** Asks a process to end and, after the grace, ends it and everything that was below it when it was asked. */
export async function endTree(pid: number, request: 'SIGINT' | 'SIGTERM', graceMs: number): Promise<void> {
  const below = descendantsOf(pid);
  signal(pid, request);
  for (const end = Date.now() + graceMs; isAlive(pid) && Date.now() < end;) await sleep(50);
  if (isAlive(pid)) killTree(pid);
  for (const each of below) if (isAlive(each)) signal(each, 'SIGKILL');
}

export function isAlive(pid: number): boolean {
  return signal(pid, 0);
}

/** The ids of everything that a process started, and that started, and so on. */
export function descendantsOf(pid: number, processes = listProcesses()): readonly number[] {
  const children = processes.filter(({ parent }) => parent === pid).map((each) => each.pid);
  return children.flatMap((child) => [child, ...descendantsOf(child, processes)]);
}

type Process = { readonly pid: number; readonly parent: number };

/** From /proc where there is one: slim containers have no `ps`. */
function listProcesses(): readonly Process[] {
  if (existsSync('/proc/self/stat')) {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ pid: Number(name), parent: parentFromStat(name) }));
  }
  const { stdout } = spawnSync('ps', ['-Ao', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0]) => ({ pid, parent }));
}

/** The program's name, in parentheses, may itself hold spaces and parentheses. Zero when the process has gone meanwhile. */
function parentFromStat(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

/** Whether the process was there to receive it. */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
