import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { developmentPorts, requireFree } from './development-ports.ts';
import { portsFrom, reservePorts, services, taken } from './ports.ts';

describe('the ports of a stack', () => {
  test('are one for each service, and no other stack gets them meanwhile', async () => {
    const stacks = await Promise.all(Array.from({ length: 8 }, reservePorts));
    const all = stacks.flatMap(({ ports }) => Object.values(ports));
    expect(new Set(all).size).toBe(8 * services.length);
    for (const { release } of stacks) release();
  });

  test('in the way are named by service', async () => {
    const { ports, release } = await reservePorts();
    const server = createServer().listen(ports.functions, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await taken(ports)).toEqual(['functions']);
    await expect(requireFree(ports)).rejects.toThrow(
      new RegExp(
        `Port ${ports.functions}, of the Functions emulator, is taken by .*${process.platform === 'linux' ? process.pid : ''}`,
      ),
    );
    await new Promise((resolve) => server.close(resolve));
    await expect(requireFree(ports)).resolves.toBeUndefined();
    release();
  });
});

describe('the ports of npm start', () => {
  test('are all different, those of the emulators as firebase.json says', () => {
    const ports = developmentPorts();
    expect(new Set(Object.values(ports)).size).toBe(services.length);
    expect(ports).toEqual(portsFrom(ports.web));
  });
});
