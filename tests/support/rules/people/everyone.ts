import {
  customerAndOwner,
  customers,
  belowTheFence,
  belowTheFloor,
  customs,
  fencedCustoms,
  inEveryTenant,
  actor,
  members,
  owners,
  support,
  unverified,
  type Actor,
} from '../actors.ts';
import { malformedClaims } from '../malformed-claims.ts';
import type { AccessEntries } from '../tenants.ts';
import type { Value } from '../values.ts';
import { pretenders, strangers, visitors } from './outsiders.ts';

/** People with claims that Firebase never sets for us. */
export const malformed: Readonly<Record<string, Actor>> = Object.fromEntries(
  Object.entries(malformedClaims).map(([name, claimed], index) => [
    name,
    actor(`malformed-${index}`, claimed(inEveryTenant)),
  ]),
);

export const everyone: readonly Actor[] = [
  ...[members, owners, customers, customs, unverified, belowTheFence, belowTheFloor, fencedCustoms].flatMap((people) =>
    Object.values<Actor>(people),
  ),
  ...[strangers, pretenders, visitors, malformed].flatMap((people) => Object.values(people)),
  support,
  customerAndOwner,
];

/** What the access documents hold about all of them. */
export const accessEntries: AccessEntries = {
  fence: entries(({ fence }) => fence),
  support: entries(({ visit }) => visit),
};

function entries<T extends Value>(pick: (actor: Actor) => T | undefined): Record<string, T> {
  return Object.fromEntries(
    everyone.flatMap((person) => {
      const value = pick(person);
      return value === undefined ? [] : [[person.uid, value]];
    }),
  );
}
