import type { MemberRole } from '@tenantry/model/roles';
import { isMemberRole } from '@tenantry/model/roles';
import { m } from '../../paraglide/messages.js';

const names = {
  owner: m.role_owner,
  admin: m.role_admin,
  member: m.role_member,
  viewer: m.role_viewer,
  customer: m.role_customer,
} satisfies Record<MemberRole, () => string>;

const explanations = {
  owner: m.role_owner_text,
  admin: m.role_admin_text,
  member: m.role_member_text,
  viewer: m.role_viewer_text,
  customer: m.role_customer_text,
} satisfies Record<MemberRole, () => string>;

/** A role's name for people; the key itself for a role that the business defined. */
export function roleName(role: string): string {
  return isMemberRole(role) ? names[role]() : role;
}

/** What a built-in role may do, in a sentence. */
export function roleText(role: MemberRole): string {
  return explanations[role]();
}
