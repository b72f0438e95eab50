import type { Account } from '../account/account.ts';
import { objectKinds, prefixes, type ObjectKind } from '../account/store.ts';
import { badRequest } from './errors.ts';

/** What an answer shows only when it is asked for. */
export type Includable = Readonly<Record<string, (account: Account, id: string) => unknown>>;

const kindByPrefix: ReadonlyMap<string, ObjectKind> = new Map(objectKinds.map((kind) => [prefixes[kind], kind]));

/** The answer with ids on these paths replaced by what they stand for. Throws Stripe's error for a path that has nothing. */
export function expand(account: Account, answer: object, paths: readonly string[], includable: Includable): object {
  return paths.reduce((sofar, path) => {
    const steps = path.split('.');
    if (steps.length > 6) throw badRequest('You cannot expand more than 4 levels of a property.', 'expand');
    return expandAt(account, sofar, steps, path, includable) as object;
  }, answer);
}

function expandAt(
  account: Account,
  value: unknown,
  steps: readonly string[],
  path: string,
  includable: Includable,
): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => expandAt(account, each, steps, path, includable));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  let below = fields[step];
  if (below === undefined) below = include(account, fields, step, includable);
  if (below === undefined) throw badRequest(`This property cannot be expanded (${path}).`, 'expand');
  const found = typeof below === 'string' ? lookUp(account, below, path) : below;
  return { ...fields, [step]: expandAt(account, found, rest, path, includable) };
}

function include(
  account: Account,
  fields: Readonly<Record<string, unknown>>,
  step: string,
  includable: Includable,
): unknown {
  const { object, id } = fields;
  if (typeof object !== 'string' || typeof id !== 'string') return undefined;
  return includable[`${object}.${step}`]?.(account, id);
}

function lookUp(account: Account, id: string, path: string): unknown {
  // A product may have an id of its owner's choice.
  const kind = kindByPrefix.get(id.slice(0, id.lastIndexOf('_'))) ?? 'product';
  const found = account.store.table(kind).get(id);
  if (found) return found;
  const gone = account.store.deleted.get(id);
  if (gone) return { id, object: gone, deleted: true };
  throw badRequest(`This property cannot be expanded (${path}).`, 'expand');
}
