import * as fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { lookUp, type Project } from '../../support/rules/project.ts';
import { spell, type Fields } from '../../support/rules/values.ts';
import { compare } from './compare.ts';
import { describeDisagreement } from './describe.ts';
import type { Intent } from './operations/asks.ts';
import { operation, type Operation } from './operations/operation.ts';
import { enter, prepare } from './stage.ts';
import { Tally } from './tally.ts';
import { facts, type Facts } from './worlds/world.ts';

/** A world is entered with up to this many operations, half of them on average. */
const perWorld = 160;

export type Run = {
  readonly operations: number;
  readonly seed: number;
  /** Of a counterexample that was found before: it is tried alone. */
  readonly path?: string | undefined;
  /** How long a counterexample is made smaller, in milliseconds. */
  readonly shrinking?: number;
};

/**
 * Asks oracle and emulator at least so many operations in seeded random worlds, and answers what was asked. Where they
 * part it throws: with the smallest counterexample, first fewer operations, then a plainer world, and how to see it again.
 */
export async function agree(project: Project, { operations, seed, path, shrinking = 30_000 }: Run): Promise<Tally> {
  await prepare(project);
  const tally = new Tally();
  let found = false;
  let replayed = false;
  let underWay = Promise.resolve<string | undefined>(undefined);

  /** What is wrong in this world, if anything is. */
  async function faultOf(asked: readonly Operation[], drawn: Facts): Promise<string | undefined> {
    await enter(project, drawn);
    const { disagreement, documents } = await compare(project, drawn, asked, (resolved, expected, before) => {
      if (!found) tally.add(resolved.request, expected, before);
    });
    return disagreement ? describeDisagreement(disagreement) : leftBehind(project, asked, documents);
  }

  const list = fc.array(operation, { minLength: 1, maxLength: perWorld, size: 'max' });
  const property = fc.asyncProperty(list, facts, async (asked, drawn) => {
    if (replayed) throw over;
    replayed = path !== undefined;
    underWay = faultOf(asked, drawn);
    const fault = await underWay;
    if (fault === undefined) return;
    found = true;
    throw new Error(fault);
  });
  for (let round = seed; tally.total < operations; round += 1) {
    const numRuns = path === undefined ? Math.ceil((operations - tally.total) / (perWorld / 2)) : 1;
    const run = { seed: round, numRuns, endOnFailure: true, ...(path === undefined ? {} : { path }) };
    const details = await fc.check(property, run);
    if (details.failed && details.errorInstance !== over) {
      const example = path === undefined ? await smaller(property, details, shrinking) : details;
      // Who runs out of time leaves the last attempt behind.
      await Promise.allSettled([underWay]);
      throw new Error(told(example, tally.total));
    }
    if (path !== undefined) break;
  }
  return tally;
}

/** A path leads fast-check to its example, and on to all that are beside it: they were not asked for. */
const over = new Error('What the path leads to was tried.');

/** The same failure with as little as is found in the time that there is. */
async function smaller(
  property: fc.IAsyncProperty<[Operation[], Facts]>,
  details: Details,
  shrinking: number,
): Promise<Details> {
  const { seed, counterexamplePath: path } = details;
  if (path === null) return details;
  const shrunk = await fc.check(property, { seed, path, numRuns: 1, interruptAfterTimeLimit: shrinking });
  return shrunk.counterexample ? shrunk : details;
}

type Details = {
  readonly errorInstance: unknown;
  readonly seed: number;
  readonly counterexamplePath: string | null;
  readonly counterexample: readonly [readonly Operation[], Facts] | null;
  readonly numShrinks: number;
};

function told({ errorInstance, seed, counterexamplePath, counterexample, numShrinks }: Details, asked: number): string {
  return [
    errorInstance instanceof Error ? errorInstance.message : String(errorInstance),
    `Found within ${asked} operations, made smaller ${numShrinks} times. The operations that are left:`,
    ...(counterexample?.[0] ?? []).map((one, index) => `  ${index + 1}. ${fc.stringify(one).slice(0, 2_000)}`),
    'To see it again:',
    `  ORACLE_SEED=${seed} ORACLE_PATH=${counterexamplePath} npm run with-stack -- npx vitest run --project rules tests/rules/oracle/oracle.test.ts`,
  ].join('\n');
}

/** What lies otherwise than it should where somebody wrote, or tried to: a refusal must leave no trace. */
async function leftBehind(
  project: Project,
  asked: readonly Operation[],
  documents: ReadonlyMap<string, Fields>,
): Promise<string | undefined> {
  const writes: readonly Intent[] = asked.flatMap(({ ask }) => (ask.kind === 'commit' ? ask.writes : []));
  const paths = [...new Set(writes.map(({ path }) => path))];
  if (paths.length === 0) return undefined;
  const lies = await lookUp(project, paths);
  const fault = paths.find((path) => {
    const fields = documents.get(path);
    return !isDeepStrictEqual(plain(lies[path]), plain(fields && spell(fields)));
  });
  if (fault === undefined) return undefined;
  return `${fault} should be ${fc.stringify(documents.get(fault))} and is ${fc.stringify(lies[fault])}.`;
}

/** As both would spell it: a moment without zeros at its end, nothing in what is empty. */
function plain(fields: unknown): unknown {
  if (fields === undefined) return undefined;
  const text = JSON.stringify(fields)
    .replaceAll(/(T\d\d:\d\d:\d\d)\.(\d*?)0*Z/g, (_, time: string, rest: string) =>
      rest === '' ? `${time}Z` : `${time}.${rest}Z`,
    )
    .replaceAll(/"(?:values":\[\]|fields":\{\})/g, '');
  return JSON.parse(text) as unknown;
}
