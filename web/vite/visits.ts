/** A script of a build, by its name: what it imports at once and what it loads only when asked to. */
export type Script = {
  readonly name: string;
  /** Minified, not compressed. */
  readonly bytes: number;
  readonly imports: readonly string[];
  readonly loadsLater: readonly string[];
  /** A page's own script, one that is loaded later, or `undefined` where others merely share it. */
  readonly begins: 'page' | 'part' | undefined;
};

/** The names of all scripts that are loaded once somebody has come to one part of a page. */
export type Visit = ReadonlySet<string>;

/** One visit for each page and each part of it, by the shortest way there: page, application, list, window. */
export function visitsOf(scripts: readonly Script[]): readonly Visit[] {
  const named = new Map(scripts.map((script) => [script.name, script]));
  return scripts.filter(({ begins }) => begins === 'page').flatMap((page) => visitsFrom(page.name, named));
}

function visitsFrom(page: string, named: ReadonlyMap<string, Script>): readonly Visit[] {
  const visits = new Map([[page, withImports(page, named)]]);
  // A map that grows while it is gone through: what is added is visited, too, and nearer parts come first.
  for (const loaded of visits.values()) {
    for (const later of [...loaded].flatMap((name) => named.get(name)?.loadsLater ?? [])) {
      if (!visits.has(later)) visits.set(later, withImports(later, named, loaded));
    }
  }
  return [...visits.values()];
}

function withImports(name: string, named: ReadonlyMap<string, Script>, before?: Visit): Visit {
  const loaded = new Set(before);
  const load = (each: string): void => {
    if (loaded.has(each)) return;
    loaded.add(each);
    named.get(each)?.imports.forEach(load);
  };
  load(name);
  return loaded;
}
