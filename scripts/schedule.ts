import { parseArgs } from 'node:util';
import { loadTable, useStack } from './functions-module.ts';
import { main } from './progress.ts';

const usage = 'npm run schedule -- <name> [--at <ISO time>]';

await main(async () => {
  const { positionals, values } = parseArgs({ options: { at: { type: 'string' } }, allowPositionals: true });
  const now = values.at === undefined ? new Date() : new Date(values.at);
  if (Number.isNaN(now.getTime())) return refuse(`"${values.at}" is no time: write it as 2026-01-31T12:00:00Z.`);

  const schedules = await loadTable<(now: Date) => Promise<unknown>>('functions/src/schedules.ts', 'schedules');
  const [name = ''] = positionals;
  const schedule = Object.hasOwn(schedules, name) ? schedules[name] : undefined;
  if (!schedule) return refuse(`${usage}\nThere are: ${Object.keys(schedules).join(', ')}.`);

  useStack();
  const result = await schedule(now);
  console.log(`${name} at ${now.toISOString()}${result === undefined ? '' : `: ${JSON.stringify(result)}`}`);
  return 0;
});

function refuse(why: string): number {
  console.error(why);
  return 2;
}
