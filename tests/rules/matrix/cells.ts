import type { Actor } from '../../support/rules/actors.ts';
import { writesOf, type Operation } from '../../support/rules/operations.ts';
import { perform, type Asker, type Verdict } from '../../support/rules/perform.ts';
import { openProject, rules, seed, type Project } from '../../support/rules/project.ts';
import { admin, inParallel } from '../../support/rules/rest.ts';
import { tenants, type TenantKey } from '../../support/rules/tenants.ts';
import type { Fields } from '../../support/rules/values.ts';
import type { Verb } from '../../support/rules/verbs.ts';
import { accessOf, registers } from '../../support/rules/world.ts';
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
  /** The right that it takes. */
  readonly verb: Verb;
  /** The paths of the `match`es that decide, as the rules write them; the last word is `/{path=**}`. */
  readonly matches: readonly string[];
  readonly operation: Operation;
  readonly expected: Verdict;
  /** What has to lie in the database beside the access documents and the register, by path. */
  readonly given: Readonly<Record<string, Fields>>;
  /** Cells of a lane are asked one after the other: some change, for a moment, what the others look at. */
  readonly lane: string;
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

/** What the emulator answers to each, in their order. */
export async function judgeAll(project: Project, cells: readonly Cell[], asker?: Asker): Promise<Verdict[]> {
  const verdicts = new Map<Cell, Verdict>();
  const lanes = Object.values(Object.groupBy(cells, ({ lane }) => lane)) as Cell[][];
  await inParallel(lanes, async (lane) => {
    for (const cell of lane) verdicts.set(cell, await judge(project, cell, asker));
  });
  return cells.map((cell) => verdicts.get(cell) ?? 'deny');
}

async function putBack(project: Project, { operation, given }: Cell): Promise<void> {
  const paths = [...new Set(writesOf(operation).map(({ path }) => path))];
  const before = paths.filter((path) => path in given).map((path) => [path, given[path]]);
  await seed(project, Object.fromEntries(before) as Record<string, Fields>);
  const added = paths.filter((path) => !(path in given));
  const writes = added.map((path) => ({ kind: 'delete', path }) as const);
  if (writes.length > 0) await perform(project, { token: admin }, { kind: 'commit', writes });
}
