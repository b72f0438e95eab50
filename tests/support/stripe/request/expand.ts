import type { Account } from '../account/account.ts';
import { objectKinds, prefixes, type ObjectKind } from '../account/store.ts';
import { badRequest, type StripeFault } from './errors.ts';

/** What an answer shows only when it is asked for, by the kind of object and the path within it. */
export type Includable = Readonly<Record<string, (account: Account, id: string) => unknown>>;

const kindByPrefix: ReadonlyMap<string, ObjectKind> = new Map(objectKinds.map((kind) => [prefixes[kind], kind]));

/** The answer with ids on these paths replaced by what they stand for. Throws Stripe's error for a path that has nothing. */
export function expand(account: Account, answer: object, paths: readonly string[], includable: Includable): object {
  return paths.reduce((sofar, path) => {
    const steps = path.split('.');
    if (steps.length > 6) throw badRequest('You cannot expand more than 4 levels of a property.', 'expand');
    return expandAt({ account, path, includable }, sofar, steps) as object;
  }, answer);
}

type Asked = { readonly account: Account; readonly path: string; readonly includable: Includable };
/** The object that one is within, and the way from it. */
type Owner = { readonly kind: string; readonly id: string; readonly way: readonly string[] };

function expandAt(asked: Asked, value: unknown, steps: readonly string[], within?: Owner): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => expandAt(asked, each, steps, within));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Readonly<Record<string, unknown>>;
  const { object, id } = fields;
  const own = typeof object === 'string' && typeof id === 'string' ? { kind: object, id, way: [] } : within;
  const owner = own && { ...own, way: [...own.way, step] };
  let below = fields[step];
  if (below === undefined && owner)
    below = asked.includable[`${owner.kind}.${owner.way.join('.')}`]?.(asked.account, owner.id);
  if (below === undefined) throw cannotExpand(asked);
  const found = typeof below === 'string' ? lookUp(asked, below) : below;
  return { ...fields, [step]: expandAt(asked, found, rest, owner) };
}

function lookUp(asked: Asked, id: string): unknown {
  const { store } = asked.account;
  // A product may have an id of its owner's choice.
  const kind = kindByPrefix.get(id.slice(0, id.lastIndexOf('_'))) ?? 'product';
  const found = store.table(kind).get(id);
  if (found) return found;
  const gone = store.deleted.get(id);
  if (gone) return { id, object: gone, deleted: true };
  throw cannotExpand(asked);
}

const cannotExpand = ({ path }: Asked): StripeFault =>
  badRequest(`This property cannot be expanded (${path}).`, 'expand');
