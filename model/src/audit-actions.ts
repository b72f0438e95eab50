/** Every act that a tenant's audit log can tell of. The interface has words for each. */
export const auditActions = [
  'tenant.created',
  'tenant.updated',
  /** Everything of it was taken away, or some of it: the reader may have been cut off. */
  'tenant.exported',
  /** An operator moved their hold. */
  'tenant.status-set',
  'tenant.plan-set',
  /** What the plan, overrides and roll-outs give. */
  'billing.entitlements-changed',
  'billing.subscription-changed',
  /** The hold of a payment that is owed. */
  'billing.hold-set',
  'billing.checkout-started',
  'billing.portal-opened',
  /** An operator gave or took beside what is paid for. */
  'billing.override-set',
  'invite.sent',
  'invite.resent',
  'invite.revoked',
  'invite.accepted',
  'invite.expired',
  'member.role-set',
  'member.removed',
  'member.left',
  'member.signed-out',
  'ownership.offered',
  'ownership.accepted',
  'role.defined',
  'role.changed',
  'role.deleted',
  'support.opened',
  'support.closed',
  /** The task at the end of the door's time. */
  'support.expired',
  'support.entered',
  'support.left',
  /** Whoever was in is an operator no longer. */
  'support.dismissed',
  /** As the operator's own browser tells it. */
  'support.page-viewed',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Every act that the platform's own audit log can tell of. */
export const platformAuditActions = [
  'operator.added',
  'operator.removed',
  'tenant.status-set',
  'audit.head-signed',
  'support.entered',
  'mail.resent',
  'tenant.override-set',
  'event.replayed',
  'tenant.billing-synced',
] as const;
export type PlatformAuditAction = (typeof platformAuditActions)[number];
