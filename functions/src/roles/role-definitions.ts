import type { Access } from '@tenantry/model/access';
import type { RoleDefinition } from '@tenantry/model/documents/tenants';
import type { Permission } from '@tenantry/model/permissions';
import { declareQuery } from '../platform/data/declared-query.ts';
import { tenantDocuments } from '../platform/data/documents.ts';
import type { TenantTransaction } from '../platform/data/scoped-transaction.ts';
import { denied } from '../platform/operations/errors.ts';
import type { MemberCall } from '../platform/operations/operation.ts';

/** The members who have a role. */
export const membersAs = declareQuery('members', { where: [['role', '==']] });

export type Definitions = Readonly<Record<string, RoleDefinition>>;

/** Throws `denied` unless the caller holds every one of these: nobody gives, takes or changes what they don't hold. */
export function requireHoldsAll({ can }: Pick<MemberCall<unknown>, 'can'>, permissions: readonly Permission[]): void {
  if (!permissions.every((permission) => can(permission))) throw denied();
}

/** Definitions as people read them, or none before the first. */
export async function readDefinitions(tx: TenantTransaction): Promise<Definitions> {
  return (await tx.get(tenantDocuments.tenant()))?.roles ?? {};
}

/** Writes what rules and operations judge by and, in the same transaction, what people read of it. */
export function writeDefinitions(tx: TenantTransaction, roles: Access['roles'], shown: Definitions): void {
  tx.update(tenantDocuments.access(), { roles });
  tx.update(tenantDocuments.tenant(), { roles: shown });
}

/** The same without one. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));
}
