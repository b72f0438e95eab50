import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginShared, notePassed, takeOver } from './shared-run.ts';

let folder: string;
let into: string;
beforeEach(() => {
  [folder, into] = [mkdtempSync(path.join(tmpdir(), 'run-')), mkdtempSync(path.join(tmpdir(), 'figures-'))];
});
afterEach(() => [folder, into].forEach((each) => rmSync(each, { recursive: true })));

test('what passed upon these rules is taken over with its figures, and of another suite nothing is', () => {
  writeFileSync(path.join(beginShared(folder, 'rules'), 'matrix.1.json'), '{"cells":1}');
  expect(takeOver(folder, 'rules', into)).toBe(false);
  notePassed(folder, 'rules');
  expect(takeOver(folder, 'simulation', into)).toBe(false);
  expect(takeOver(folder, 'rules', into)).toBe(true);
  expect(readdirSync(into)).toEqual(['matrix.1.json']);
});

test('what passed upon other rules, or began again since, is not', () => {
  beginShared(folder, 'rules');
  notePassed(folder, 'rules');
  writeFileSync(path.join(folder, 'rules.passed'), 'other');
  expect(takeOver(folder, 'rules', into)).toBe(false);
  notePassed(folder, 'rules');
  beginShared(folder, 'rules');
  expect(takeOver(folder, 'rules', into)).toBe(false);
});
