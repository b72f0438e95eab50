import { type MemberDocument, memberDocument, type MembershipDocument } from '@tenantry/model/documents/people';
import { type ProfileDocument, profileDocument } from '@tenantry/model/documents/tenants';
import { isMemberRole } from '@tenantry/model/roles';
import { controlDocuments, type StoredAccess, tenantDocuments } from '../../platform/data/documents.ts';
import type { Found } from '../../platform/data/scoped-transaction.ts';
import { findSignIns } from '../../platform/data/sign-ins/listed-sign-ins.ts';
import { readControlPlane, readTenant } from '../../platform/data/transactions.ts';
import type { BusinessCheck } from '../check.ts';
import { refreshRemedy } from '../claims-remedy.ts';
import type { Findings } from '../findings.ts';
import { isWritten } from '../marks.ts';
import { declarePages, eachPage } from '../pages.ts';
import { accessShape } from '../record-shapes.ts';
import { ifWhole } from '../shape.ts';

const memberPages = declarePages('members');

/** Invariants 1 and 3: what a person and their claims know of a business is what the business says. */
export const memberships: BusinessCheck = {
  looksAt: 'members',
  look: ({ tenantId, now }, found) =>
    readTenant(async (tx) => {
      const [access, profile] = await Promise.all([
        tx.get(tenantDocuments.access()),
        tx.get(tenantDocuments.profile()),
      ]);
      // Of these, and of members, other checks tell when they are not whole: nobody is judged by half of one.
      const judge = { access: ifWhole(access, accessShape), profile: ifWhole(profile, profileDocument) };
      for await (const page of eachPage(tx, tenantDocuments.members(), memberPages)) {
        found.lookAt(page.length);
        const members = page.filter(({ data }) => ifWhole(data, memberDocument));
        const projections = await readControlPlane((control) =>
          control.getAll(members.map(({ id }) => controlDocuments.membership(id, tenantId))),
        );
        for (const [index, member] of members.entries()) {
          if (judge.access) judgeMember(member, judge.access, found);
          const faults = faultsOf(member, projections[index], judge.profile);
          // Whoever changes a membership marks the person before, and is done when the mark goes.
          if (faults.length === 0 || (await isWritten(member.id, now))) continue;
          const remedy = await remedyFor(member.id, tenantId);
          for (const [is, shouldBe] of faults)
            found.add({ about: `users/${member.id}/memberships/${tenantId}`, is, shouldBe, remedy });
        }
      }
    }),
};

/** Who can't sign in any more has no claims to bring in step. */
async function remedyFor(uid: string, tenantId: string): Promise<string> {
  const [signIn] = await findSignIns([uid]);
  return signIn ? refreshRemedy(uid, tenantId) : 'Nobody signs in as them: remove them from the team of the business.';
}

const byHand = 'No operation leaves this behind: find out who wrote it, then give the person their role anew.';

function judgeMember({ id, data }: Found<MemberDocument>, { seq, roles }: StoredAccess, found: Findings): void {
  found.expect(`uid of members/${id}`, data.uid, id, byHand);
  if (!isMemberRole(data.role) && !Object.hasOwn(roles, data.role))
    found.add({
      about: `role of members/${id}`,
      is: 'none that there is',
      shouldBe: 'one of the business',
      remedy: byHand,
    });
  if (data.version > seq)
    found.add({ about: `version of members/${id}`, is: `${data.version}`, shouldBe: `at most ${seq}`, remedy: byHand });
}

/** In what a projection differs from its member: what it says, and what it should. */
function faultsOf(
  { data: { role, version } }: Found<MemberDocument>,
  projection: MembershipDocument | undefined,
  profile: ProfileDocument | undefined,
): (readonly [is: string, shouldBe: string])[] {
  if (!projection) return [['absent', `${role} at version ${version}`]];
  const faults: (readonly [string, string])[] = [];
  if (projection.role !== role || projection.version !== version)
    faults.push([`${projection.role} at version ${projection.version}`, `${role} at version ${version}`]);
  if (profile && (projection.slug !== profile.slug || projection.name !== profile.name))
    faults.push(['of another name or address', 'of the profile’s']);
  return faults;
}
