import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { readDocument, storedClaims } from '../support/database.ts';
import { newPerson, newTenant } from '../support/people.ts';
import { emptyCall, median, timed } from './measure.ts';
import { type PeopleRow, row } from './people-row.ts';

const rounds = 20;

/**
 * A change of role, and how long after its answer Authentication is seen to hold the claims that the database says: at
 * the least it is one look.
 */
export async function changeOfRole(): Promise<PeopleRow[]> {
  const { owner, tenantId, slug } = await newTenant();
  const colleague = await newPerson('colleague');
  await colleague.call('joinAsCustomer', { slug });
  const { uid } = colleague;
  const changed: number[] = [];
  const behind: number[] = [];
  const empty: number[] = [];
  let atOnce = 0;
  for (let round = -3; round < rounds; round += 1) {
    const role = round % 2 === 0 ? 'member' : 'viewer';
    const none = await timed(() => emptyCall(owner.token));
    const change = await timed(() => owner.call('setMemberRole', { tenantId, uid, role }));
    let looks = 0;
    const until = await timed(async () => (looks = await looksUntilClaimsHold(tenantId, uid, role)));
    await requireAgreement(tenantId, uid);
    // The first rounds start processes.
    if (round < 0) continue;
    empty.push(none);
    changed.push(change);
    behind.push(until);
    if (looks === 1) atOnce += 1;
  }
  const seen = `claims seen in step after it, ${atOnce} of ${rounds} at the first look`;
  return [
    row('a change of role', median(changed), 'an empty call', median(empty)),
    row(seen, median(behind), 'an empty call', median(empty)),
  ];
}

/** Looks, from now on, until the claims hold this role. Answers how many looks it took. */
async function looksUntilClaimsHold(tenantId: string, uid: string, role: string): Promise<number> {
  const started = performance.now();
  for (let looks = 1; performance.now() - started < 30_000; looks += 1) {
    const { tenants } = await storedClaims(uid);
    if (tenants[tenantId]?.[0] === role) return looks;
  }
  throw new Error('The claims do not come in step.');
}

/** Throws unless the claims are, role and version, what the member document says. */
async function requireAgreement(tenantId: string, uid: string): Promise<void> {
  const present = await readDocument(inTenant(tenantId, tenantPaths.member(uid)));
  const { tenants } = await storedClaims(uid);
  if (JSON.stringify(tenants[tenantId]) === JSON.stringify([present?.role, present?.version])) return;
  throw new Error('The claims are not those of the member document.');
}
