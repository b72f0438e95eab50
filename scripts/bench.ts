import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SizeRow } from '../tests/bench/web-sizes.ts';
import { root } from './paths.ts';
import { main, Refusal, step } from './progress.ts';
import { endOnSignals } from './stack/signals.ts';
import { startStack } from './stack/stack.ts';
import { table } from './table.ts';

/** What a bench found: a line per row for the eye, everything for the file. */
type Result = {
  readonly title: string;
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
  readonly rows: unknown;
};
type Bench = { readonly needs: 'nothing' | 'stack'; readonly run: () => Promise<Result> };

/** Each is loaded when its turn comes: those that need a stack read its addresses while they are loaded. */
const benches = {
  web: { needs: 'nothing', run: async () => sizes(await (await import('../tests/bench/web-sizes.ts')).run()) },
  rules: { needs: 'stack', run: async () => (await import('../tests/bench/rules-report.ts')).report() },
  people: { needs: 'stack', run: async () => (await import('../tests/bench/people-report.ts')).report() },
  billing: { needs: 'stack', run: async () => (await import('../tests/bench/billing-report.ts')).report() },
  revocation: { needs: 'stack', run: async () => (await import('../tests/bench/revocation-report.ts')).report() },
} as const satisfies Record<string, Bench>;

type Name = keyof typeof benches;
const names = Object.keys(benches) as Name[];
const file = path.join(root, 'bench.json');

await main(async () => {
  const chosen = parse(process.argv.slice(2));
  const stack = chosen.some((name) => benches[name].needs === 'stack') ? await startStack() : undefined;
  endOnSignals(async () => stack?.stop());
  Object.assign(process.env, stack?.environment);
  try {
    const found: Partial<Record<Name, unknown>> = {};
    for (const name of chosen) {
      const { title, head, lines, rows } = await step(`Measuring ${name}`, () => benches[name].run());
      console.log(`\n${title}\n\n${table(head, lines)}\n`);
      found[name] = rows;
    }
    writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...found }, null, 2)}\n`);
    console.log(`Written to ${path.basename(file)}.`);
  } finally {
    stack?.stop();
  }
});

function sizes(rows: readonly SizeRow[]): Result {
  return {
    title: 'JavaScript loaded before a surface is usable, in KB of gzip',
    head: ['surface', 'loaded', 'budget', 'floor'],
    lines: rows.map(({ name, ...kilobytes }) => [
      name,
      ...[kilobytes.kilobytes, kilobytes.budget, kilobytes.floor].map((size) => size.toFixed(1)),
    ]),
    rows,
  };
}

function parse(args: readonly string[]): readonly Name[] {
  if (args.length === 0) return names;
  const chosen = names.filter((name) => args.includes(name));
  if (chosen.length !== args.length) throw new Refusal(`npm run bench -- [${names.join('] [')}]`);
  return chosen;
}
