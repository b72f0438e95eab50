import type { Idempotency } from '../request/idempotency.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import type { Account } from './account.ts';
import { clockOf } from './words.ts';
import { objectKinds, type ObjectKind, type SavedTables } from './store.ts';

/** Everything that a double knows, as JSON holds it. */
export type SavedDouble = {
  readonly tables: SavedTables;
  readonly deleted: readonly (readonly [string, ObjectKind])[];
  readonly notes: readonly (readonly [string, unknown])[];
  readonly issued: number;
  readonly offset: number;
  readonly waiting: readonly Delivery[];
  readonly answered: ReturnType<Idempotency['save']>;
};

export function save(account: Account, webhooks: Webhooks, idempotency: Idempotency): SavedDouble {
  return {
    tables: account.store.save(),
    deleted: [...account.store.deleted],
    notes: [...account.notes],
    issued: account.ids.issued,
    offset: account.offset,
    waiting: webhooks.save(),
    answered: idempotency.save(),
  };
}

export function restore(saved: SavedDouble, account: Account, webhooks: Webhooks, idempotency: Idempotency): void {
  account.store.load(saved.tables);
  for (const [id, kind] of saved.deleted) account.store.deleted.set(id, kind);
  account.notes.clear();
  for (const [id, note] of saved.notes) account.notes.set(id, note);
  account.ids.issued = saved.issued;
  account.offset = saved.offset;
  webhooks.load(saved.waiting);
  idempotency.load(saved.answered);
  for (const schedule of account.schedules.values()) schedule.clear();
  for (const kind of objectKinds)
    for (const object of account.store.table(kind).values()) account.reschedule(kind, object.id, clockOf(object));
}
