import type { BuiltInRole } from '@tenantry/model/roles';
import { isBuiltInRole } from '@tenantry/model/roles';

/** What one is, in a shop's words. */
const words = {
  owner: 'an owner',
  admin: 'an administrator',
  member: 'a member of the team',
  viewer: 'a member of the team who can look at everything',
  customer: 'a customer',
  support: 'support',
  'support-people': 'support',
} as const satisfies Record<BuiltInRole, string>;

/** A role after “as” or “you are”; one of the business's own by its name. */
export function roleWords(role: string): string {
  return isBuiltInRole(role) ? words[role] : `“${role}”`;
}
