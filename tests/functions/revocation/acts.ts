import { withHold } from '@tenantry/model/access';
import { randomUUID } from 'node:crypto';
import { tenantDocuments } from '../../../functions/src/platform/data/documents.ts';
import { inTenantContext } from '../../../functions/src/platform/tenant-context.ts';
import { workInTenant } from '../../../functions/src/platform/operations/tenant-work.ts';
import type { TenantWork } from '../../../functions/src/platform/operations/operation.ts';
import type { Person } from '../../support/people.ts';
import type { Shop } from '../../support/shop.ts';
import { attemptNames, type AttemptName, reads } from './attempts.ts';

/** A role that a shop defined for itself; it holds what the attempts need. */
export const customRole = 'keeper';
export const customRoles = {
  [customRole]: ['product:read', 'product:write', 'order:read', 'order:note', 'order:place', 'tenant:update'],
} as const;

/** Who is there when a right ends. */
export type Scene = { readonly shop: Shop; readonly person: Person; readonly operator: Person };

export type Act = {
  /** The role whose right ends. */
  readonly role: 'admin' | typeof customRole;
  /** Whether it ends one person's right, or shuts the whole business. */
  readonly reach: 'person' | 'business';
  /** What the table of statuses lets go on. */
  readonly goesOn: readonly AttemptName[];
  /** What a call is told afterwards. */
  readonly told: 'denied' | 'state';
  readonly revoke: (scene: Scene) => Promise<unknown>;
  /** Undoes it, where others need the shop again. */
  readonly restore: (scene: Scene) => Promise<unknown>;
};

const ofPerson = {
  role: 'admin',
  reach: 'person',
  goesOn: [],
  told: 'denied',
  restore: () => Promise.resolve(),
} as const;
const ofBusiness = {
  role: 'admin',
  reach: 'business',
  goesOn: [],
  told: 'state',
  restore: ({ shop, operator }: Scene) => setStatus(shop, operator, 'active'),
} as const;

/** Every way in which a right ends. Where the operation is not there yet, the module that owns the document changes it. */
export const acts = {
  remove: {
    ...ofPerson,
    revoke: ({ shop: { owner, tenantId }, person: { uid } }) => owner.call('removeMember', { tenantId, uid }),
  },
  demote: {
    ...ofPerson,
    revoke: ({ shop: { owner, tenantId }, person: { uid } }) =>
      owner.call('setMemberRole', { tenantId, uid, role: 'viewer' }),
  },
  leave: { ...ofPerson, revoke: ({ shop: { tenantId }, person }) => person.call('leaveTenant', { tenantId }) },
  signOut: { ...ofPerson, revoke: ({ person }) => person.call('signOutEverywhere', {}) },
  undefineRole: {
    ...ofPerson,
    role: customRole,
    // It is there still and holds nothing any more.
    revoke: ({ shop: { owner, tenantId } }) =>
      owner.call('defineRole', { tenantId, key: customRole, name: 'Keepers', permissions: [] }),
  },
  readonly: { ...ofBusiness, goesOn: reads, revoke: ({ shop, operator }) => setStatus(shop, operator, 'readonly') },
  suspend: { ...ofBusiness, revoke: ({ shop, operator }) => setStatus(shop, operator, 'suspended') },
  delete: {
    ...ofBusiness,
    revoke: ({ shop }) => work(shop, (tenant) => holdForDeletion(tenant, 'deleting')),
    restore: ({ shop }) => work(shop, (tenant) => holdForDeletion(tenant, 'active')),
  },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof acts;
export const actNames = Object.keys(acts) as ActName[];

/** What ends with an act. */
export function endsWith({ goesOn }: Act): readonly AttemptName[] {
  return attemptNames.filter((name) => !goesOn.includes(name));
}

function setStatus({ tenantId }: Shop, operator: Person, status: 'active' | 'readonly' | 'suspended') {
  return operator.callOperator('setTenantStatus', { tenantId, status, reason: 'A test.' });
}

async function holdForDeletion({ tx, access }: TenantWork, status: 'active' | 'deleting'): Promise<void> {
  const next = withHold(access, 'deletion', status);
  tx.update(tenantDocuments.access(), { holds: next.holds, status: next.status });
}

/** A change in a tenant as an operation makes it. */
export function work({ tenantId }: Shop, change: (tenant: TenantWork) => Promise<void>): Promise<void> {
  return inTenantContext(tenantId, randomUUID(), () =>
    workInTenant({ actor: 'test', audited: false, now: new Date() }, (tenant) => change(tenant)),
  );
}
