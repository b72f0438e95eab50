import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordFigures } from '../../tests/support/figures.ts';
import { collect, figure } from './collected.ts';
import { differenceFrom, faultOfProof, rulesSha256, type Proof } from './proof.ts';
import { markdownOf, rowsOf } from './table.ts';

const proof: Proof = {
  rulesSha256: rulesSha256(),
  seed: 7,
  cells: 30_000,
  operations: 20_000,
  mutants: { total: 900, killed: 890, equivalent: 10 },
  booleans: { total: 120, both: 119 },
  revocationMs: { removal: 0, demotion: 0 },
  callables: { functions: 40, cases: 4_000 },
};

describe('the committed proof', () => {
  test('is about the rules whose hash it holds, and no others', () => {
    expect(faultOfProof(proof)).toBeUndefined();
    expect(faultOfProof({ ...proof, rulesSha256: 'of other rules' })).toContain('npm run prove');
  });

  test('says what a run of today finds', () => {
    const more = { callables: { functions: 40, cases: 5_000 } };
    expect(differenceFrom(proof, { ...proof, ...more })).toBeUndefined();
    expect(differenceFrom(proof, { ...proof, cells: 30_001 })).toContain('30001');
    expect(differenceFrom(proof, { ...proof, mutants: { ...proof.mutants, killed: 889 } })).toContain('889');
    expect(differenceFrom({ ...proof, revocationMs: { removal: 0 } }, proof)).toContain('demotion');
    expect(differenceFrom(proof, { ...proof, operations: 1 })).toContain('without --runs');
    expect(differenceFrom(proof, { ...proof, rulesSha256: 'of other rules' })).toContain('other rules');
  });

  test('is shown with a row for each figure', () => {
    expect(rowsOf(proof)).toHaveLength(8);
    expect(markdownOf(proof)).toContain('890 of 900');
    expect(markdownOf(proof)).toContain('| An old token works after: demotion');
  });
});

describe('figures of a run', () => {
  let folder: string;
  const before = process.env.PROOF_FIGURES;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'figures-'));
    process.env.PROOF_FIGURES = folder;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.PROOF_FIGURES;
    else process.env.PROOF_FIGURES = before;
    rmSync(folder, { recursive: true });
  });

  test('add up over the files of tests that left them', () => {
    recordFigures('matrix', { cells: 12 });
    recordFigures('matrix', { cells: 30 });
    expect(collect(folder).matrix).toEqual({ cells: 42 });
  });

  test('tell the longest of several times', () => {
    recordFigures('revocation', { removal: 3, demotion: 1 });
    recordFigures('revocation', { removal: 1 });
    expect(collect(folder).revocation).toEqual({ removal: 3, demotion: 1 });
  });

  test('are not made up where no test left one', () => {
    writeFileSync(path.join(folder, 'callables.x.json'), '{"cases": 3}');
    const { callables } = collect(folder);
    expect(figure(callables, 'cases')).toBe(3);
    expect(() => figure(callables, 'functions')).toThrow('functions');
  });
});
