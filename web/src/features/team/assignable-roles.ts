import { isMemberRole } from '@tenantry/model/roles';
import { m } from '../../paraglide/messages.js';
import { groupsOf } from '../../shared/tenant/permission-words.ts';
import { roleText } from '../../shared/tenant/role-names.ts';
import type { Roles } from '../../shared/tenant/roles-for.ts';

/** The roles of a team that the person may give, for a select. */
export function roleOptions({ given, nameOf }: Roles): { value: string; label: string }[] {
  return given.map((role) => ({ value: role, label: nameOf(role) }));
}

/** What a role is about, in a sentence. */
export function roleHint(role: string, { definitions, given }: Roles): string {
  if (given.length === 0) return m.roles_none_to_give();
  if (isMemberRole(role)) return roleText(role);
  const about = Object.hasOwn(definitions, role) ? groupsOf(definitions[role]?.permissions ?? []) : [];
  return about.length === 0 ? m.role_own_empty() : m.role_own_text({ groups: about.join(', ') });
}
