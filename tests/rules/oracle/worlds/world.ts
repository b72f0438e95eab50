import * as fc from 'fast-check';
import type { Fields } from '../../../support/rules/values.ts';
import type { Asker, World } from '../decision/request.ts';
import { accessOf } from './access.ts';
import { belowTenant } from './documents.ts';
import { people, type Person } from './people.ts';
import { staticDocuments } from './static-documents.ts';
import { nobody, now, tenants } from './vocabulary.ts';

/** Everything about a world that is drawn: tenants with what lies below them, and people by uid. */
export type Facts = {
  readonly tenants: Readonly<Record<string, TenantFacts>>;
  readonly people: Readonly<Record<string, Person>>;
};
type TenantFacts = {
  readonly access: Fields | undefined;
  readonly documents: Readonly<Record<string, Fields | undefined>>;
};

export const facts: fc.Arbitrary<Facts> = fc.record({
  tenants: fc.record(
    Object.fromEntries(tenants.map((id) => [id, fc.record({ access: accessOf[id], documents: belowTenant })])),
  ),
  people,
});

/** What lies in the database where worlds differ, `undefined` where nothing does. */
export function drawnDocuments(drawn: Facts): ReadonlyMap<string, Fields | undefined> {
  const documents = new Map<string, Fields | undefined>();
  for (const [id, tenant] of Object.entries(drawn.tenants)) {
    documents.set(`tenants/${id}/system/access`, tenant.access);
    for (const [path, fields] of Object.entries(tenant.documents)) documents.set(`tenants/${id}/${path}`, fields);
  }
  for (const [uid, { registered }] of Object.entries(drawn.people)) {
    documents.set(`operators/${uid}`, registered ? { uid } : undefined);
  }
  return documents;
}

/** A world to judge by. The map is the caller's to change. */
export function worldOf(drawn: Facts): World & { readonly documents: Map<string, Fields> } {
  const documents = new Map(staticDocuments);
  for (const [path, fields] of drawnDocuments(drawn)) if (fields !== undefined) documents.set(path, fields);
  return { documents, now };
}

export function askerOf(drawn: Facts, uid: string): Asker {
  const found = drawn.people[uid];
  return uid === nobody || found === undefined ? undefined : { uid, claims: found.claims };
}
