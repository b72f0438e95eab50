import type { MemberDocument } from '@tenantry/model/documents/people';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import { m } from '../../paraglide/messages.js';
import { queries } from '../../shared/queries.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { useTenantDocument, useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';

/** How people and roles are called in the log: entries name them by uid and key only. */
export type Names = {
  /** Nothing for somebody who is not on the team, or not any more. */
  readonly person: (uid: string) => string | undefined;
  /** Somebody of the platform's support, as the beginning of a sentence; nothing for who never came in. */
  readonly visitor: (uid: string) => string | undefined;
  readonly role: (key: string) => string;
};

/** Somebody who may stand in the log, to be chosen. */
export type Somebody = { readonly uid: string; readonly name: string };

/**
 * The names of the team, where the person may see who is in it, and of whoever came in from support; who has gone has no
 * name any more. `ready` once they are there, or won't be.
 */
export function useNames(): { readonly names: Names; readonly people: readonly Somebody[]; readonly ready: boolean } {
  const { tenantId, can } = useTenant();
  const { uid: own } = usePerson();
  const { nameOf } = useRoles();
  const members = useTenantQuery<MemberDocument>(can('member:read') ? queries.team(tenantId) : undefined);
  const tenant = useTenantDocument<TenantDocument>(can('tenant:read') ? tenantPaths.self() : undefined);
  const team = (members.state === 'ready' ? members.data : []).map(({ id, displayName, email }) => ({
    uid: id,
    name: displayName || email,
  }));
  const visitors = Object.entries((tenant.state === 'ready' && tenant.data.supportVisitors) || {}).map(
    ([uid, { name }]) => ({ uid, name: m.audit_support_named({ name }) }),
  );
  const [teamNames, visitorNames] = [namesOf(team), namesOf(visitors)];
  const names = {
    person: (uid: string) => teamNames.get(uid) ?? (uid === own ? m.audit_you() : undefined),
    visitor: (uid: string) => visitorNames.get(uid),
    role: nameOf,
  };
  const isThere = ({ state }: { readonly state: string }, asked: boolean) => !asked || state !== 'loading';
  const ready = isThere(members, can('member:read')) && isThere(tenant, can('tenant:read'));
  const people = [...inOrder(team), ...inOrder(visitors.filter(({ uid }) => !teamNames.has(uid)))];
  return { names, people, ready };
}

const namesOf = (people: readonly Somebody[]) => new Map(people.map(({ uid, name }) => [uid, name]));
const inOrder = (people: readonly Somebody[]) => people.toSorted((a, b) => a.name.localeCompare(b.name));
