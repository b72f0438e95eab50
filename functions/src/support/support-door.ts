import type { Access } from '@tenantry/model/access';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantDocuments } from '../platform/data/documents.ts';
import { instantOf } from '../platform/data/instant.ts';
import { toStored } from '../platform/data/stored-access.ts';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';

/** The part of the access document that is the door: until when it stands open, what it lets see, and who is in. */
export type SupportDoor = Pick<Access, 'supportUntil' | 'supportScope' | 'support'>;

type Opening = Pick<Access, 'supportUntil' | 'supportScope'> & { readonly reason: string };

export function isDoorOpen({ supportUntil }: Pick<SupportDoor, 'supportUntil'>, now: Date): boolean {
  return supportUntil > now.getTime();
}

/** Whether an operator's visit goes on: neither it nor the door has run out. */
export function isInside({ supportUntil, support }: SupportDoor, uid: string, now: Date): boolean {
  const visit = Object.hasOwn(support, uid) ? (support[uid] ?? 0) : 0;
  return Math.min(visit, supportUntil) > now.getTime();
}

/** Opens the door, with nobody in yet; and hangs beside it what the business's own people see of it. */
export function openDoor(tx: TenantTransaction, access: Access, { reason, ...door }: Opening): void {
  const { supportUntil: until, supportScope: scope } = door;
  writeDoor(tx, access, { ...door, support: {} }, { until: instantOf(until), scope, reason });
}

/** Shuts the door: nobody is in any more, and nobody can come through. */
export function shutDoor(tx: TenantTransaction, access: Access): void {
  writeDoor(tx, access, { supportUntil: 0, supportScope: 'support', support: {} }, null);
}

/** Writes who is in, and nothing else of the door. */
export function writeVisits(tx: TenantTransaction, access: Access, support: SupportDoor['support']): void {
  tx.update(tenantDocuments.access(), { support: toStored({ ...access, support }).support });
}

/** The visits without one operator's. */
export function withoutVisit({ support }: Pick<SupportDoor, 'support'>, uid: string): SupportDoor['support'] {
  return Object.fromEntries(Object.entries(support).filter(([each]) => each !== uid));
}

function writeDoor(
  tx: TenantTransaction,
  access: Access,
  door: SupportDoor,
  shown: NonNullable<TenantDocument['supportDoor']> | null,
): void {
  const { supportUntil, supportScope, support } = toStored({ ...access, ...door });
  tx.update(tenantDocuments.access(), { supportUntil, supportScope, support });
  tx.update(tenantDocuments.tenant(), { supportDoor: shown });
}
