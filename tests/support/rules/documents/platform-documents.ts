import type { MembershipDocument, UserDocument } from '@tenantry/model/documents/people';
import type { OperatorDocument, PlatformAuditDocument } from '@tenantry/model/documents/platform';
import type { PlacementDocument, SlugDocument } from '@tenantry/model/documents/tenants';
import { never, type Field, type FieldTable } from './fields.ts';

const someday = never(new Date('2026-01-02T03:04:05Z'), new Date('2026-02-03T04:05:06Z'));

/** Every field of every kind of document outside the tenants; no client writes one. See tenant-documents.ts. */
export const platformDocuments = {
  user: {
    displayName: never('A person', 'Another'),
    email: never('person@example.com', 'another@example.com'),
    locale: never(null, 'de'),
    claimsSyncedAt: someday,
  } satisfies Record<keyof UserDocument, Field>,
  membership: {
    tenantId: never('tenantActv', 'tenantWide'),
    slug: never('a-shop', 'another-shop'),
    name: never('A shop', 'Another shop'),
    role: never('viewer', 'owner'),
    version: never(5, 6),
    database: never('(default)', 'elsewhere'),
    joinedAt: someday,
    lastActiveAt: someday,
  } satisfies Record<keyof MembershipDocument, Field>,
  slug: {
    tenantId: never('tenantActv', 'tenantWide'),
    name: never('A shop', 'Another shop'),
    hue: never(120, 240),
    database: never('(default)', 'elsewhere'),
  } satisfies Record<keyof SlugDocument, Field>,
  placement: {
    database: never('(default)', 'elsewhere'),
    region: never('eur3', 'nam5'),
    state: never('settled', 'moving'),
    slug: never('a-shop', 'another-shop'),
    nameKey: never('a shop', 'another shop'),
    createdBy: never('somebody', 'another'),
    createdAt: someday,
    billingCheckAt: never(null, new Date('2026-02-03T04:05:06Z')),
    billingCheckFence: never(4, 5),
  } satisfies Record<keyof PlacementDocument, Field>,
  operator: {
    email: never('operator@example.com', 'me@example.com'),
    addedAt: someday,
  } satisfies Record<keyof OperatorDocument, Field>,
  platformAudit: {
    at: someday,
    actor: never('somebody', 'another'),
    action: never('tenant.suspended', 'tenant.resumed'),
    target: never('tenantActv', 'tenantWide'),
    details: never({}, { reason: 'Because.' }),
  } satisfies Record<keyof PlatformAuditDocument, Field>,
  other: { at: someday },
} as const satisfies Record<string, FieldTable>;
