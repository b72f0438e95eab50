import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { root } from '../paths.ts';

/** What a run of `npm run prove` found about the rules of which it holds the hash. */
export type Proof = {
  readonly rulesSha256: string;
  /** Of the random operations: the same seed asks the same. */
  readonly seed: number;
  /** Of the matrix: actor, path, verb and state. */
  readonly cells: number;
  /** Random ones, on which oracle and emulator agreed. */
  readonly operations: number;
  readonly mutants: { readonly total: number; readonly killed: number; readonly equivalent: number };
  /** Expressions of the rules, and how many of them were seen true and seen false. */
  readonly booleans: { readonly total: number; readonly both: number };
  /** From the answer of an act that ends a right to the last success under the old token. */
  readonly revocationMs: Readonly<Record<string, number>>;
  /** Operations and other functions, and the calls of them that were judged. */
  readonly callables: { readonly functions: number; readonly cases: number };
};

export const proofFile = path.join(root, 'proof.json');

/** The hash of the rules as they are. */
export function rulesSha256(): string {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'firestore.rules')))
    .digest('hex');
}

/** The proof that is committed, or undefined where there is none yet. */
export function committedProof(): Proof | undefined {
  return existsSync(proofFile) ? (JSON.parse(readFileSync(proofFile, 'utf8')) as Proof) : undefined;
}

export function writeProof(proof: Proof, file: string = proofFile): void {
  writeFileSync(file, `${JSON.stringify(proof, null, 2)}\n`);
}

/** What is wrong with the committed proof, in a line that says what to do; undefined when it is about today's rules. */
export function faultOfProof(proof = committedProof()): string | undefined {
  const remedy = 'run `npm run prove` and commit proof.json and the tables that it fills';
  if (proof === undefined) return `There is no proof.json: ${remedy}.`;
  if (proof.rulesSha256 !== rulesSha256()) return `proof.json is about other rules than firestore.rules: ${remedy}.`;
  return undefined;
}

/** The least that a proof which is committed may have asked at random. */
const fewestOperations = 20_000;

/**
 * Where the committed proof says otherwise than a run of today, in a line that says what to do. What a busy machine asks more
 * often, such as the calls that are timed, may differ.
 */
export function differenceFrom(found: Proof, committed = committedProof()): string | undefined {
  const counted = ({ cells, mutants, booleans, revocationMs, callables }: Proof) => ({
    cells,
    mutants,
    booleans,
    revocationMs,
    functions: callables.functions,
  });
  const fault = faultOfProof(committed);
  if (fault !== undefined || committed === undefined) return fault;
  if (committed.operations < fewestOperations)
    return `proof.json is of ${committed.operations} random operations: run \`npm run prove\` without --runs.`;
  if (isDeepStrictEqual(counted(found), counted(committed))) return undefined;
  return `proof.json says ${JSON.stringify(counted(committed))}, and this run found ${JSON.stringify(counted(found))}: run \`npm run prove\` and commit what it writes.`;
}
