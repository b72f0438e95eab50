import { type AuditAction, auditActions } from '@tenantry/model/audit-actions';
import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { isPlan } from '@tenantry/model/plans';
import { m } from '../../paraglide/messages.js';
import { planName } from '../../shared/tenant/plan-names.ts';
import type { Names } from './names.ts';

type Act = {
  /** Who did it, as the beginning of a sentence. */
  readonly who: string;
  /** Whom it was done to, where that is a person. */
  readonly whom: string;
  /** Whoever of support it is about, as the beginning of a sentence. */
  readonly visitor: string;
  readonly target: string;
  readonly details: AuditDocument['details'];
  /** A value of the details as text; empty when there is none. */
  readonly text: (key: string) => string;
  /** A role that the details name. */
  readonly role: (key: string) => string;
  readonly names: Names;
};

/** What is said of each act, in a shop's words. */
const sentences = {
  'tenant.created': ({ who }) => m.audit_tenant_created({ who }),
  'tenant.updated': ({ who }) => m.audit_tenant_updated({ who }),
  'tenant.exported': ({ who }) => m.audit_tenant_exported({ who }),
  'tenant.status-set': ({ text }) => m.audit_tenant_status_set({ status: statusName(text('status')) }),
  'tenant.plan-set': ({ text }) => m.audit_tenant_plan_set({ plan: planText(text('after')) }),
  'billing.entitlements-changed': ({ details }) => m.audit_billing_entitlements({ plan: planAfter(details) }),
  'billing.subscription-changed': ({ details }) => m.audit_billing_subscription({ plan: planAfter(details) }),
  'billing.hold-set': ({ text }) => m.audit_billing_hold({ status: statusName(text('status')) }),
  'billing.checkout-started': ({ who, text }) => m.audit_billing_checkout({ who, plan: planText(text('plan')) }),
  'billing.portal-opened': ({ who }) => m.audit_billing_portal({ who }),
  'billing.override-set': () => m.audit_billing_override(),
  'invite.sent': ({ who, role }) => m.audit_invite_sent({ who, role: role('role') }),
  'invite.resent': ({ who, role }) => m.audit_invite_resent({ who, role: role('role') }),
  'invite.revoked': ({ who, role }) => m.audit_invite_revoked({ who, role: role('role') }),
  'invite.accepted': ({ who, role }) => m.audit_invite_accepted({ who, role: role('after') }),
  'invite.expired': ({ role }) => m.audit_invite_expired({ role: role('role') }),
  'member.role-set': ({ who, whom, role }) =>
    m.audit_member_role_set({ who, whom, before: role('before'), after: role('after') }),
  'member.removed': ({ who, whom, role }) => m.audit_member_removed({ who, whom, role: role('role') }),
  'member.left': ({ who, role }) => m.audit_member_left({ who, role: role('role') }),
  'member.signed-out': ({ who }) => m.audit_member_signed_out({ who }),
  'ownership.offered': ({ who, whom }) => m.audit_ownership_offered({ who, whom }),
  'ownership.accepted': ({ who, text, names }) =>
    m.audit_ownership_accepted({ who, whom: names.person(text('from')) ?? m.audit_somebody_else() }),
  'role.defined': ({ who, text }) => m.audit_role_defined({ who, name: text('name') }),
  'role.changed': ({ who, text }) => m.audit_role_changed({ who, name: text('name') }),
  'role.deleted': ({ who, target, role, names }) =>
    m.audit_role_deleted({ who, name: names.role(target), moveTo: role('moveTo') }),
  'support.opened': ({ who }) => m.audit_support_opened({ who }),
  'support.closed': ({ who }) => m.audit_support_closed({ who }),
  'support.expired': () => m.audit_support_expired(),
  'support.entered': ({ visitor }) => m.audit_support_entered({ visitor }),
  'support.left': ({ visitor }) => m.audit_support_left({ visitor }),
  'support.dismissed': ({ visitor }) => m.audit_support_dismissed({ visitor }),
  'support.page-viewed': ({ visitor, text }) => m.audit_support_page_viewed({ visitor, page: text('page') }),
} satisfies Record<AuditAction, (act: Act) => string>;

/** Kinds of acts as one chooses among them. */
const kinds = {
  'tenant.created': m.audit_kind_tenant_created,
  'tenant.updated': m.audit_kind_tenant_updated,
  'tenant.exported': m.audit_kind_tenant_exported,
  'tenant.status-set': m.audit_kind_tenant_status_set,
  'tenant.plan-set': m.audit_kind_tenant_plan_set,
  'billing.entitlements-changed': m.audit_kind_billing_entitlements,
  'billing.subscription-changed': m.audit_kind_billing_subscription,
  'billing.hold-set': m.audit_kind_billing_hold,
  'billing.checkout-started': m.audit_kind_billing_checkout,
  'billing.portal-opened': m.audit_kind_billing_portal,
  'billing.override-set': m.audit_kind_billing_override,
  'invite.sent': m.audit_kind_invite_sent,
  'invite.resent': m.audit_kind_invite_resent,
  'invite.revoked': m.audit_kind_invite_revoked,
  'invite.accepted': m.audit_kind_invite_accepted,
  'invite.expired': m.audit_kind_invite_expired,
  'member.role-set': m.audit_kind_member_role_set,
  'member.removed': m.audit_kind_member_removed,
  'member.left': m.audit_kind_member_left,
  'member.signed-out': m.audit_kind_member_signed_out,
  'ownership.offered': m.audit_kind_ownership_offered,
  'ownership.accepted': m.audit_kind_ownership_accepted,
  'role.defined': m.audit_kind_role_defined,
  'role.changed': m.audit_kind_role_changed,
  'role.deleted': m.audit_kind_role_deleted,
  'support.opened': m.audit_kind_support_opened,
  'support.closed': m.audit_kind_support_closed,
  'support.expired': m.audit_kind_support_expired,
  'support.entered': m.audit_kind_support_entered,
  'support.left': m.audit_kind_support_left,
  'support.dismissed': m.audit_kind_support_dismissed,
  'support.page-viewed': m.audit_kind_support_page_viewed,
} satisfies Record<AuditAction, () => string>;

export const kindOptions: readonly { readonly value: AuditAction; readonly label: string }[] = auditActions
  .map((value) => ({ value, label: kinds[value]() }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

/** An entry as a sentence; an act that is newer than this page is named as it is stored. */
export function sentenceOf({ action, actor, target, details }: AuditDocument, names: Names): string {
  if (!isKnown(action)) return m.audit_unknown({ who: actorName(actor, names), action });
  const text = (key: string): string => (typeof details[key] === 'string' ? details[key] : '');
  return sentences[action]({
    who: actorName(actor, names),
    whom: names.person(target) ?? m.audit_somebody_else(),
    visitor: names.visitor(target) ?? m.audit_support_unnamed(),
    target,
    details,
    text,
    role: (key) => names.role(text(key)),
    names,
  });
}

/** Who did it. What a schedule or a script did, no person of the business did. */
export function actorName(actor: string, names: Names): string {
  if (actor.includes(':')) return m.audit_platform();
  return names.person(actor) ?? names.visitor(actor) ?? m.audit_somebody();
}

function isKnown(action: string): action is AuditAction {
  return Object.hasOwn(sentences, action);
}

const statusNames: Readonly<Record<string, () => string>> = {
  active: m.audit_status_active,
  readonly: m.audit_status_readonly,
  suspended: m.audit_status_suspended,
  deleting: m.audit_status_deleting,
};

/** The plan after a change of what is paid for (`after.plan`) or of what is in force (`plan.after`). */
function planAfter({ plan, after }: AuditDocument['details']): string {
  const named =
    Object.entries(plan ?? {}).find(([key]) => key === 'after') ??
    Object.entries(after ?? {}).find(([key]) => key === 'plan');
  return typeof named?.[1] === 'string' ? planText(named[1]) : '';
}

export const statusName = (status: string): string => statusNames[status]?.() ?? status;
export const planText = (plan: string): string => (isPlan(plan) ? planName(plan) : plan);
