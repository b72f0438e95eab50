import type { MemberDocument } from '@tenantry/model/documents/people';
import { m } from '../../paraglide/messages.js';
import { queries } from '../../shared/queries.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';

/** How people and roles are called in the log: entries name them by uid and key only. */
export type Names = {
  /** Nothing for somebody who is not on the team, or not any more. */
  readonly person: (uid: string) => string | undefined;
  readonly role: (key: string) => string;
};

/** Somebody of the team, to be chosen. */
export type TeamMember = { readonly uid: string; readonly name: string };

/**
 * The names of the team, where the person may see who is in it; who has gone has no name any more. `ready` once they are
 * there, or won't be.
 */
export function useNames(): { readonly names: Names; readonly team: readonly TeamMember[]; readonly ready: boolean } {
  const { tenantId, can } = useTenant();
  const { uid: own } = usePerson();
  const { nameOf } = useRoles();
  const members = useTenantQuery<MemberDocument>(can('member:read') ? queries.team(tenantId) : undefined);
  const found = members.state === 'ready' ? members.data : [];
  const team = found
    .map(({ id, displayName, email }) => ({ uid: id, name: displayName || email }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const known = new Map(team.map(({ uid, name }) => [uid, name]));
  const person = (uid: string): string | undefined => known.get(uid) ?? (uid === own ? m.audit_you() : undefined);
  const ready = !can('member:read') || members.state !== 'loading';
  return { names: { person, role: nameOf }, team, ready };
}
