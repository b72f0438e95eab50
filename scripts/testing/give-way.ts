import { writeFileSync } from 'node:fs';
import os from 'node:os';

/** Of 20 that would be the least: a seventh to a tenth of what others get who want the processor at the same time. */
const step = 10;

/**
 * Lets everything else on the machine go first from now on: this process, that leads a session of its own (`detached`),
 * and what it starts. What nobody else wants it gets. Linux shares the processor among sessions first where it groups by
 * them, and a priority counts within one only: there the session itself steps back.
 */
export function giveWay(pid: number): void {
  attempt(() => os.setPriority(pid, step));
  attempt(() => writeFileSync(`/proc/${pid}/autogroup`, String(step), { flag: 'r+' }));
}

/** It may have ended meanwhile, and not every system has sessions that step back: it only takes longer then. */
function attempt(lower: () => void): void {
  try {
    lower();
  } catch {
    return;
  }
}
