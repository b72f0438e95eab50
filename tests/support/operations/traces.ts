import { paths } from '@tenantry/model/paths';
import { database } from '../database.ts';
import { stack } from '../stack.ts';
import type { Place } from './place.ts';

/** When each document was last written, by path: what is made, changed or deleted shows in it, a change back too. */
export type Traces = ReadonlyMap<string, string>;

/**
 * Every document of a tenant, whatever its collection, and what the control plane holds about it: its address, its
 * placement, its outbox, and memberships of it.
 */
export async function tracesOf({ tenantId, slug }: Pick<Place, 'tenantId' | 'slug'>): Promise<Traces> {
  const db = database();
  const [below, single, mails, memberships] = await Promise.all([
    descendants(tenantId),
    db.getAll(db.doc(paths.tenant(tenantId)), db.doc(paths.slug(slug)), db.doc(paths.placement(tenantId))),
    db.collection(paths.mails()).where('tenantId', '==', tenantId).select().get(),
    db.collectionGroup('memberships').where('tenantId', '==', tenantId).select().get(),
  ]);
  return new Map([
    ...below,
    ...[...single, ...memberships.docs].map(
      ({ ref, updateTime }) =>
        [ref.path, updateTime ? `${updateTime.seconds}.${updateTime.nanoseconds}` : 'absent'] as const,
    ),
    // The queue writes a mail's record on when it sends it, whenever that is: only a new one is somebody's doing.
    ...mails.docs.map(({ ref }) => [ref.path, 'written'] as const),
  ]);
}

/** What differs between two moments, each path once. */
export function differences(before: Traces, after: Traces): string[] {
  const all = new Set([...before.keys(), ...after.keys()]);
  return [...all].filter((path) => before.get(path) !== after.get(path)).sort();
}

/** What of an invitation is somebody's doing; how its mail fares the queue writes there, whenever that is. */
const ofInvitations = ['email', 'role', 'status', 'message', 'expiresAt', 'invitedBy', 'generation', 'acceptedBy'];

type Row = {
  readonly document?: { readonly name: string; readonly updateTime: string; readonly fields?: object };
};

/** A query without a collection finds them all; only the plain interface lets one ask for that. */
async function descendants(tenantId: string): Promise<[path: string, time: string][]> {
  const parent = `projects/${stack.project}/databases/(default)/documents/${paths.tenant(tenantId)}`;
  const response = await fetch(`${stack.firestore}/v1/${parent}:runQuery`, {
    method: 'POST',
    headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
    body: JSON.stringify({
      structuredQuery: {
        from: [{ allDescendants: true }],
        select: { fields: ['__name__', ...ofInvitations].map((fieldPath) => ({ fieldPath })) },
      },
    }),
  });
  if (!response.ok) throw new Error(`The documents of ${tenantId} can’t be listed: ${await response.text()}`);
  const rows = (await response.json()) as Row[];
  return rows.flatMap(({ document }) => {
    if (!document) return [];
    const { name, updateTime, fields } = document;
    return [[name, name.includes('/invites/') ? JSON.stringify(fields) : updateTime]];
  });
}
