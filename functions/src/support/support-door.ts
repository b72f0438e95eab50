import type { Access } from '@tenantry/model/access';
import { tenantDocuments } from '../platform/data/documents.ts';
import { toStored } from '../platform/data/stored-access.ts';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';

/** The part of the access document that is the door: until when it stands open, what it lets see, and who is in. */
export type SupportDoor = Pick<Access, 'supportUntil' | 'supportScope' | 'support'>;

/** A door that nobody can come through. */
export const shutDoor: SupportDoor = { supportUntil: 0, supportScope: 'support', support: {} };

export function isDoorOpen({ supportUntil }: SupportDoor, now: Date): boolean {
  return supportUntil > now.getTime();
}

/** Writes the door, and nothing else of the access document; and beside it what the business's own people see of it. */
export function writeDoor(tx: TenantTransaction, access: Access, door: SupportDoor): void {
  const { supportUntil, supportScope, support } = toStored({ ...access, ...door });
  tx.update(tenantDocuments.access(), { supportUntil, supportScope, support });
  tx.update(tenantDocuments.tenant(), {
    supportDoor: door.supportUntil === 0 ? null : { until: supportUntil, scope: supportScope },
  });
}

/** The visits without one operator's. */
export function withoutVisit({ support }: SupportDoor, uid: string): SupportDoor['support'] {
  return Object.fromEntries(Object.entries(support).filter(([each]) => each !== uid));
}
