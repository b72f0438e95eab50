import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { answers } from './answers.ts';
import { differences } from './differences.ts';

const beside = path.join(import.meta.dirname, '../../../../../../shared/data/stripe-fixtures.json');
const file = process.env.STRIPE_FIXTURES ?? beside;

export type Compared = { readonly kind: string; readonly isShown: boolean; readonly found: readonly string[] };

/** Every kind of answer beside its example; none, and a line that says so, where the examples are not at hand. */
export async function compared(): Promise<readonly Compared[]> {
  if (!existsSync(file)) {
    console.log(`Stripe’s examples are not at ${file}: the double’s answers are not compared with them.`);
    return [];
  }
  const { resources } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly resources: Readonly<Record<string, unknown>>;
  };
  return Object.entries(await answers()).map(([kind, answer]) => {
    // An event’s object is another one than the example’s, and stands here under its own name.
    const all = differences(answer, resources[kind]).filter(
      (each) => kind !== 'event' || !each.path.startsWith('data.object.'),
    );
    return {
      kind,
      isShown: answer !== undefined && resources[kind] !== undefined,
      found: all.map(({ is, path: at, saw }) => `${kind} ${is} ${at}${saw ? ` (${saw})` : ''}`),
    };
  });
}
