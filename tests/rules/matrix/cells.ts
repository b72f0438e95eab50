import type { Actor } from '../../support/rules/actors.ts';
import { writesOf, type Operation } from '../../support/rules/operations.ts';
import { perform, type Asker, type Verdict } from '../../support/rules/perform.ts';
import { openProject, rules, seed, type Project } from '../../support/rules/project.ts';
import { admin, inParallel } from '../../support/rules/rest.ts';
import { tenants, type TenantKey } from '../../support/rules/tenants.ts';
import type { Fields } from '../../support/rules/values.ts';
import type { Verb } from '../../support/rules/verbs.ts';
import { accessOf, registers } from '../../support/rules/world.ts';
import type { AskKind } from './asks/asks.ts';
import { platformCells } from './platform-cells.ts';
import { tenantCells } from './tenant-cells.ts';

/** One request of the matrix and what the design says to it: plain data, for whoever asks. */
export type Cell = {
  /** Says it all, and is there once. */
  readonly name: string;
  /** Who asks, and where: the cells of a row are one person's in one tenant. */
  readonly row: string;
  readonly actor: Actor;
  /** Which tenant of the world, or null for what lies outside of them. */
  readonly tenant: TenantKey | null;
  /** What it tries. */
  readonly kind: AskKind | 'platform';
  /** The right that it takes. */
  readonly verb: Verb;
  /** The paths of the `match`es that decide, as the rules write them; the last word is `/{path=**}`. */
  readonly matches: readonly string[];
  readonly operation: Operation;
  readonly expected: Verdict;
  /** What has to lie in the database beside the access documents and the register, by path. */
  readonly given: Readonly<Record<string, Fields>>;
};

/** Every cell of the matrix, always in the same order. */
export function matrixCells(): readonly Cell[] {
  return [...tenantCells(), ...platformCells()];
}

/** The documents that these cells presume, by path, access documents and register included. */
export function worldOf(cells: readonly Cell[]): Record<string, Fields> {
  const ids = new Set(cells.flatMap(({ tenant }) => (tenant === null ? [] : [tenant])));
  const access = [...ids].map((key) => accessOf(tenants[key]));
  return Object.assign({}, registers, ...access, ...cells.map(({ given }) => given)) as Record<string, Fields>;
}

/** A project in which these cells can be judged. Throws when the emulator does not compile the rules. */
export async function openCells(name: string, cells: readonly Cell[], content: string = rules): Promise<Project> {
  const project = await openProject(name, content);
  await seed(project, worldOf(cells));
  return project;
}

/** What the emulator answers. What a write changed is put back, so that the next cell finds the same world. */
export async function judge(project: Project, cell: Cell, asker: Asker = cell.actor): Promise<Verdict> {
  const verdict = await perform(project, asker, cell.operation);
  if (verdict === 'allow') await putBack(project, cell);
  return verdict;
}

/** What the emulator answers to each, in their order. Throws where it neither allows nor denies. */
export async function judgeAll(project: Project, cells: readonly Cell[]): Promise<Verdict[]> {
  const verdicts = new Map<Cell, Verdict>();
  // The emulator locks what is written: writes to one document wait for one another, and in the end give up.
  const lanes = (filter: (cell: Cell) => boolean, lane: (cell: Cell) => string): Cell[][] =>
    Object.values(Object.groupBy(cells.filter(filter), lane)) as Cell[][];
  const answer = (ofLanes: readonly Cell[][]): Promise<void[]> =>
    inParallel(ofLanes, async (ofLane) => {
      for (const cell of ofLane) verdicts.set(cell, await judge(project, cell));
    });
  // What changes the world for a moment, or more than one document of it, comes when nobody looks.
  await answer(lanes(leavesTheWorld, ({ name, operation }) => writesOf(operation)[0]?.path ?? name));
  await answer(
    lanes(
      (cell) => !leavesTheWorld(cell),
      ({ row }) => row,
    ),
  );
  return cells.map((cell) => verdicts.get(cell) ?? 'deny');
}

function leavesTheWorld({ operation, expected }: Cell): boolean {
  const writes = writesOf(operation).length;
  return writes === 0 || (writes === 1 && operation.kind === 'commit' && expected === 'deny');
}

async function putBack(project: Project, { operation, given }: Cell): Promise<void> {
  const paths = [...new Set(writesOf(operation).map(({ path }) => path))];
  const before = paths.filter((path) => path in given).map((path) => [path, given[path]]);
  await seed(project, Object.fromEntries(before) as Record<string, Fields>);
  const added = paths.filter((path) => !(path in given));
  const writes = added.map((path) => ({ kind: 'delete', path }) as const);
  if (writes.length > 0) await perform(project, { token: admin }, { kind: 'commit', writes });
}
