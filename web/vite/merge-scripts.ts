import { visitsOf, type Script } from './visits.ts';

/** Scripts that become one file. */
type File = {
  readonly scripts: readonly Script[];
  readonly bytes: number;
  /** By the number of the visit. */
  readonly loaded: boolean[];
  readonly imports: Set<File>;
};
type Merge = { readonly pair: readonly [File, File]; readonly saved: number; readonly surplus: readonly number[] };

/**
 * Which shared scripts become one file, so that visits ask for fewer: again and again the two that save the most requests
 * over all visits. No visit loads more than `allowance` bytes that it does not need, and no two files import each other.
 * A script that begins a page or a part stays alone, and is not among the answer.
 */
export function mergeScripts(scripts: readonly Script[], allowance: number): readonly (readonly Script[])[] {
  const files = filesOf(scripts);
  const spent = [...files][0]?.loaded.map(() => 0) ?? [];
  for (;;) {
    const merge = bestMerge(files, (surplus) =>
      surplus.every((bytes, visit) => bytes + (spent[visit] ?? 0) <= allowance),
    );
    if (!merge) break;
    merge.surplus.forEach((bytes, visit) => (spent[visit] = (spent[visit] ?? 0) + bytes));
    apply(merge, files);
  }
  return [...files].filter(isShared).map((file) => file.scripts);
}

function filesOf(scripts: readonly Script[]): Set<File> {
  const visits = visitsOf(scripts);
  const files = new Map<string, File>();
  for (const script of scripts) {
    const loaded = visits.map((visit) => visit.has(script.name));
    files.set(script.name, { scripts: [script], bytes: script.bytes, loaded, imports: new Set() });
  }
  for (const { name, imports } of scripts) {
    for (const imported of imports) {
      const file = files.get(imported);
      if (file) files.get(name)?.imports.add(file);
    }
  }
  return new Set(files.values());
}

const isShared = (file: File): boolean => file.scripts.every(({ begins }) => begins === undefined);

function bestMerge(files: ReadonlySet<File>, fits: (surplus: readonly number[]) => boolean): Merge | undefined {
  const shared = [...files].filter(isShared).map((file) => ({ file, added: addedBy(file) }));
  let best: Merge | undefined;
  for (const [index, one] of shared.entries()) {
    for (const other of shared.slice(0, index)) {
      const merge = mergeOf(one, other);
      if (merge.saved <= 0 || (best && !isBetter(merge, best))) continue;
      if (fits(merge.surplus) && !isCircular(one.file, other.file)) best = merge;
    }
  }
  return best;
}

const isBetter = (one: Merge, other: Merge): boolean =>
  one.saved === other.saved ? sum(one.surplus) < sum(other.surplus) : one.saved > other.saved;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** What a visit that goes without the file would load with it, for each visit: it brings what it imports. */
type Added = readonly { readonly bytes: number; readonly files: number }[];

function addedBy(file: File): Added {
  const brought = [...reachedFrom([file])];
  return file.loaded.map((_, visit) => {
    const missing = brought.filter(({ loaded }) => !loaded[visit]);
    return { bytes: sum(missing.map(({ bytes }) => bytes)), files: missing.length };
  });
}

type Candidate = { readonly file: File; readonly added: Added };

function mergeOf(one: Candidate, other: Candidate): Merge {
  let saved = 0;
  const surplus = one.file.loaded.map((loadsOne, visit) => {
    const loadsOther = other.file.loaded[visit] === true;
    if (loadsOne && loadsOther) saved += 1;
    if (loadsOne === loadsOther) return 0;
    const added = (loadsOne ? other : one).added[visit] ?? { bytes: 0, files: 1 };
    // The file itself is no request of its own any more.
    saved -= added.files - 1;
    return added.bytes;
  });
  return { pair: [one.file, other.file], saved, surplus };
}

function apply({ pair: [one, other] }: Merge, files: Set<File>): void {
  const merged: File = {
    scripts: [...one.scripts, ...other.scripts],
    bytes: one.bytes + other.bytes,
    loaded: one.loaded.map((loads, visit) => loads || other.loaded[visit] === true),
    imports: new Set([...one.imports, ...other.imports].filter((file) => file !== one && file !== other)),
  };
  for (const gone of [one, other]) {
    files.delete(gone);
    for (const file of files) if (file.imports.delete(gone)) file.imports.add(merged);
  }
  files.add(merged);
  for (const { loaded } of reachedFrom([merged])) {
    merged.loaded.forEach((loads, visit) => {
      if (loads) loaded[visit] = true;
    });
  }
}

/** Whether one of the two imports the other by way of a third, which would then import, and be imported by, their file. */
function isCircular(one: File, other: File): boolean {
  const between = (from: File, to: File): boolean =>
    reachedFrom([...from.imports].filter((file) => file !== to)).has(to);
  return between(one, other) || between(other, one);
}

function reachedFrom(files: readonly File[]): ReadonlySet<File> {
  const reached = new Set(files);
  for (const file of reached) for (const imported of file.imports) reached.add(imported);
  return reached;
}
