import { type TenantStatus, tenantStatuses } from '@tenantry/model/tenant-status';
import type { RowName } from '../names.ts';
import { actor, type Actor, claiming, none, owner, ownerDocument, ownerUnproven, presentVersion } from './actor.ts';

/** What ends its caller's account, or every sign-in of theirs: whoever asks it is of no use to another test. */
const endings = ['api/deleteAccount', 'api/signOutEverywhere'] as const satisfies readonly RowName[];
export type Ending = (typeof endings)[number];

export function isEnding(row: RowName): row is Ending {
  return (endings as readonly RowName[]).includes(row);
}

const customer = { member: { role: 'customer', version: presentVersion } };

/** People of their own for each of these rows in each status: members, strangers, and those whose sign-in is no good. */
function peopleFor(row: Ending, status: TenantStatus): readonly Actor[] {
  const name = (who: string) => `${who} of ${status} asking ${row}`;
  const members = [
    actor(name('owner'), claiming('owner'), { member: ownerDocument }, owner),
    actor(name('customer'), claiming('customer'), customer, { role: { builtIn: 'customer' }, claimStands: true }),
  ];
  if (status !== 'active') return members;
  return [
    ...members,
    actor(name('nobody'), none),
    actor(name('unverified owner'), claiming('owner'), { member: ownerDocument }, { ...owner, verified: false }),
    actor(name('removed owner'), claiming('owner')),
    actor(
      name('fenced owner'),
      claiming('owner'),
      { member: { role: 'owner', version: presentVersion + 1 }, fence: presentVersion + 1 },
      ownerUnproven,
    ),
    ...(['revoked', 'disabled', 'none'] as const).map((account) =>
      actor(name(`owner whose account is ${account}`), claiming('owner'), { member: ownerDocument, account }, owner),
    ),
  ];
}

const people = new Map(
  endings.flatMap((row) => tenantStatuses.map((status) => [`${row} ${status}`, peopleFor(row, status)] as const)),
);

export const leavers: readonly Actor[] = [...people.values()].flat();

/** Who asks a row that ends an account or its sign-ins. */
export function leaversOf(row: Ending, status: TenantStatus): readonly Actor[] {
  return people.get(`${row} ${status}`) ?? [];
}
