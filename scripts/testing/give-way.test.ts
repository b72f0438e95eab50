import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { expect, test } from 'vitest';
import { giveWay } from './give-way.ts';

const ownGroup = '/proc/self/autogroup';

test('whoever gives way is behind everybody else, their session too, and this one stays where it is', () => {
  const before = existsSync(ownGroup) ? readFileSync(ownGroup, 'utf8') : '';
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
  const { pid = 0 } = child;
  try {
    giveWay(pid);
    expect(os.getPriority(pid)).toBe(10);
    expect(os.getPriority()).toBeLessThan(10);
    if (!existsSync(ownGroup)) return;
    expect(readFileSync(`/proc/${pid}/autogroup`, 'utf8')).toMatch(/ nice 10$/m);
    expect(readFileSync(ownGroup, 'utf8')).toBe(before);
  } finally {
    child.kill('SIGKILL');
  }
});

test('who has ended gives way to nobody, and nothing breaks', async () => {
  const child = spawn(process.execPath, ['-e', '0'], { detached: true, stdio: 'ignore' });
  await new Promise((resolve) => child.once('close', resolve));
  expect(() => giveWay(child.pid ?? 0)).not.toThrow();
});
