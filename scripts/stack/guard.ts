/**
 * Outlives the command that started a stack, and cleans up after it when it was killed outright: a process of its own
 * that learns over stdin what there is, and takes the end of stdin for the command's death.
 */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { killTree } from './processes.ts';

export type Word =
  { readonly process: number } | { readonly ended: number } | { readonly folder: string } | { readonly done: true };

const processes = new Set<number>();
const folders: string[] = [];

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => undefined);

for await (const line of createInterface(process.stdin)) {
  const word = JSON.parse(line) as Word;
  if ('done' in word) process.exit(0);
  if ('process' in word) processes.add(word.process);
  else if ('ended' in word) processes.delete(word.ended);
  else folders.push(word.folder);
}
for (const each of processes) killTree(each);
for (const each of folders) rmSync(each, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
