import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures, Part } from '../../tests/support/figures.ts';

/** How the figures of several files of tests become one: counts add up, for times and for totals the worst is told. */
const joining = {
  matrix: sum,
  operations: sum,
  coverage: Math.max,
  revocation: Math.max,
  callables: sum,
} as const satisfies Record<Part, (a: number, b: number) => number>;

function sum(a: number, b: number): number {
  return a + b;
}

export type Collected = Readonly<Record<Part, Figures>>;

/** What the tests of a run left in its folder of figures, by part; a part of which nothing was left is empty. */
export function collect(folder: string): Collected {
  const parts: Record<Part, Record<string, number>> = {
    matrix: {},
    operations: {},
    coverage: {},
    revocation: {},
    callables: {},
  };
  for (const name of readdirSync(folder)) {
    const part = name.slice(0, name.indexOf('.')) as Part;
    const figures = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Figures;
    for (const [key, value] of Object.entries(figures)) {
      const before = parts[part][key];
      parts[part][key] = before === undefined ? value : joining[part](before, value);
    }
  }
  return parts;
}

/** A figure that a proof can't do without. Throws when no test left it. */
export function figure(figures: Figures, name: string): number {
  const value = figures[name];
  if (value === undefined) throw new Error(`No test left the figure "${name}": the proof is not whole.`);
  return value;
}
