import type { Permission } from '@tenantry/model/permissions';
import type { BuiltInRole } from '@tenantry/model/roles';
import type { TenantStatus } from '@tenantry/model/tenant-status';
import type { TenantSample } from '../../support/rules/samples.ts';
import { verbs, type Verb } from '../../support/rules/verbs.ts';

/** The verbs that somebody may use on a sample. */
export type Rights = readonly Verb[];

const no: Rights = [];
const get: Rights = ['get'];
const read: Rights = ['get', 'list', 'count'];
const edit: Rights = [...read, 'update'];
const write: Rights = [...read, 'create', 'update', 'delete'];

const nobody: Readonly<Record<BuiltInRole, Rights>> = {
  owner: no,
  admin: no,
  member: no,
  viewer: no,
  customer: no,
  support: no,
  'support-people': no,
};

/**
 * What each built-in role may do to each path of an active tenant, written from the design and not from the rules.
 * A role or a sample that is added fails to compile until it is decided here.
 */
export const rightsOfRoles = {
  tenant: { owner: get, admin: get, member: get, viewer: get, customer: no, support: get, 'support-people': get },
  profile: { owner: get, admin: get, member: get, viewer: get, customer: get, support: get, 'support-people': get },
  member: { owner: read, admin: read, member: read, viewer: read, customer: no, support: no, 'support-people': read },
  ownMember: {
    owner: read,
    admin: read,
    member: read,
    viewer: read,
    customer: no,
    support: no,
    'support-people': read,
  },
  invite: { ...nobody, owner: read, admin: read },
  published: {
    owner: edit,
    admin: edit,
    member: edit,
    viewer: read,
    customer: read,
    support: read,
    'support-people': read,
  },
  draft: { owner: edit, admin: edit, member: edit, viewer: read, customer: no, support: read, 'support-people': read },
  ownOrder: {
    owner: read,
    admin: read,
    member: read,
    viewer: read,
    customer: read,
    support: no,
    'support-people': read,
  },
  order: { owner: read, admin: read, member: read, viewer: read, customer: no, support: no, 'support-people': read },
  ownNote: {
    owner: write,
    admin: write,
    member: write,
    viewer: read,
    customer: no,
    support: no,
    'support-people': read,
  },
  note: { owner: read, admin: read, member: read, viewer: read, customer: no, support: no, 'support-people': read },
  subscription: { ...nobody, owner: get, admin: get },
  invoice: { ...nobody, owner: read, admin: read },
  usage: { ...nobody, owner: read, admin: read },
  stats: { ...nobody, owner: read, admin: read },
  audit: { ...nobody, owner: read, admin: read, support: read, 'support-people': read },
  system: nobody,
  idempotency: nobody,
  usageEvent: nobody,
  unnamedCollection: nobody,
  besideProfile: nobody,
  besideSubscription: nobody,
  belowMember: nobody,
  belowProduct: nobody,
  belowNote: nobody,
} as const satisfies Record<TenantSample, Record<BuiltInRole, Rights>>;

/** What a role that a tenant defined with one permission opens, and nothing beside it. */
export const rightsOfPermissions = {
  'profile:read': { profile: get },
  'tenant:read': { tenant: get },
  'tenant:update': {},
  'tenant:export': {},
  'tenant:delete': {},
  'support:grant': {},
  'owner:manage': {},
  'member:read': { member: read, ownMember: read },
  'member:manage': { invite: read },
  'role:manage': {},
  'billing:read': { subscription: get, invoice: read },
  'billing:manage': {},
  'product:read': { published: read, draft: read },
  'product:read-published': { published: read },
  'product:write': { published: ['update'], draft: ['update'] },
  'order:read': { ownOrder: read, order: read, ownNote: read, note: read },
  'order:read-own': { ownOrder: read },
  'order:place': {},
  'order:manage': {},
  'order:cancel-own': {},
  'order:note': { ownNote: ['create', 'update', 'delete'] },
  'usage:read': { usage: read, stats: read },
  'audit:read': { audit: read },
} as const satisfies Record<Permission, Partial<Record<TenantSample, Rights>>>;

/** What a status leaves of all that. */
export const rightsInStatus = {
  active: verbs,
  readonly: read,
  suspended: no,
  deleting: no,
} as const satisfies Record<TenantStatus, Rights>;
