import { createContext, useContext } from 'react';
import type { ProfileDocument } from '@tenantry/model/documents/tenants';
import type { Instant } from '@tenantry/model/documents/instant';
import type { Permission } from '@tenantry/model/permissions';
import { passesGate, type StatusGate, type TenantStatus } from '@tenantry/model/tenant-status';
import { formatDay, formatMoment } from '../format/dates.ts';
import { formatMoney } from '../format/money.ts';

/** The business that a page is about, as the person stands in it. */
export type Tenant = {
  readonly tenantId: string;
  readonly slug: string;
  readonly database: string;
  readonly role: string;
  readonly status: TenantStatus;
  readonly profile: ProfileDocument;
  /** What the person's role holds, as far as the page knows. */
  readonly permissions: readonly Permission[];
  /** Whether the person's role holds a permission: what they may look at. */
  readonly can: (permission: Permission) => boolean;
  /** Whether they may also do it now: a business that is held back allows less. */
  readonly may: (permission: Permission, gate?: StatusGate) => boolean;
  /** Minor units in the business's currency and the person's locale. */
  readonly money: (amount: number) => string;
  readonly moment: (at: Instant) => string;
  readonly day: (at: Instant) => string;
};

type Facts = Pick<Tenant, 'tenantId' | 'slug' | 'database' | 'role' | 'status' | 'profile' | 'permissions'>;

/** `locale` is the person's; the browser's when they have none. */
export function tenantOf(facts: Facts, locale: string | undefined): Tenant {
  const { permissions, status, profile } = facts;
  const where = { timeZone: profile.timeZone, locale };
  return {
    ...facts,
    can: (permission) => permissions.includes(permission),
    may: (permission, gate = 'work') => permissions.includes(permission) && passesGate(gate, status),
    money: (amount) => formatMoney(amount, profile.currency, locale),
    moment: (at) => formatMoment(at, where),
    day: (at) => formatDay(at, where),
  };
}

const TenantContext = createContext<Tenant | undefined>(undefined);
export const TenantProvider = TenantContext.Provider;

/** The business of this page; for components below a `TenantProvider`. */
export function useTenant(): Tenant {
  const tenant = useContext(TenantContext);
  if (!tenant) throw new Error('There is no business here: the component stands outside of its pages.');
  return tenant;
}
