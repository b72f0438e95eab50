import type { MemberRole } from '@tenantry/model/roles';
import { isMemberRole } from '@tenantry/model/roles';
import { m } from '../../paraglide/messages.js';
import type { Definitions } from './rights.ts';

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

/**
 * A role's name for people. One of the business's own has the name that it was given; where its definition can't be read,
 * the words that its key is made of.
 */
export function roleName(role: string, definitions: Definitions = {}): string {
  if (isMemberRole(role)) return names[role]();
  if (Object.hasOwn(definitions, role)) return definitions[role]?.name ?? role;
  const words = role.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a built-in role may do, in a sentence. */
export function roleText(role: MemberRole): string {
  return explanations[role]();
}
