/** The one module that builds a path of the database. Document paths have an even number of segments. */

export const paths = {
  user: (uid: string) => `users/${uid}`,
  memberships: (uid: string) => `users/${uid}/memberships`,
  membership: (uid: string, tenantId: string) => `users/${uid}/memberships/${tenantId}`,
  userClaims: (uid: string) => `users/${uid}/system/claims`,
  slugs: () => 'slugs',
  slug: (slug: string) => `slugs/${slug}`,
  placements: () => 'placements',
  placement: (tenantId: string) => `placements/${tenantId}`,
  operators: () => 'operators',
  operator: (uid: string) => `operators/${uid}`,
  stripeCustomers: () => 'stripeCustomers',
  stripeCustomer: (customerId: string) => `stripeCustomers/${customerId}`,
  stripeEvent: (eventId: string) => `stripeEvents/${eventId}`,
  stripeEvents: () => 'stripeEvents',
  mails: () => 'mail',
  mail: (mailId: string) => `mail/${mailId}`,
  rateLimit: (id: string) => `rateLimits/${id}`,
  rateLimits: () => 'rateLimits',
  job: (jobId: string) => `jobs/${jobId}`,
  platformStat: (day: string) => `platformStats/${day}`,
  platformAudits: () => 'platformAudit',
  platformAudit: (id: string) => `platformAudit/${id}`,
  tenants: () => 'tenants',
  tenant: (tenantId: string) => `tenants/${tenantId}`,
} as const;

/** Paths below one tenant, relative to `tenants/{t}`: the scoped repository and the web prefix them. */
export const tenantPaths = {
  self: () => '',
  profile: () => 'public/profile',
  access: () => 'system/access',
  billing: () => 'system/billing',
  auditHead: () => 'system/auditHead',
  counters: () => 'system/counters',
  retiredRoles: () => 'system/retiredRoles',
  idempotencyKeys: () => 'idempotency',
  idempotency: (hash: string) => `idempotency/${hash}`,
  members: () => 'members',
  member: (uid: string) => `members/${uid}`,
  invites: () => 'invites',
  invite: (inviteId: string) => `invites/${inviteId}`,
  products: () => 'products',
  product: (productId: string) => `products/${productId}`,
  orders: () => 'orders',
  order: (orderId: string) => `orders/${orderId}`,
  notes: (orderId: string) => `orders/${orderId}/notes`,
  note: (orderId: string, noteId: string) => `orders/${orderId}/notes/${noteId}`,
  subscription: () => 'billing/subscription',
  invoices: () => 'invoices',
  invoice: (invoiceId: string) => `invoices/${invoiceId}`,
  audits: () => 'audit',
  audit: (id: string) => `audit/${id}`,
  usageEvents: () => 'usageEvents',
  usageEvent: (id: string) => `usageEvents/${id}`,
  usageRecord: () => 'system/usage',
  usages: () => 'usage',
  usage: (month: string) => `usage/${month}`,
  stats: (day: string) => `stats/${day}`,
} as const;

/** A path below a tenant, absolute. */
export function inTenant(tenantId: string, relative: string): string {
  return relative === '' ? paths.tenant(tenantId) : `${paths.tenant(tenantId)}/${relative}`;
}
