import type { MemberDocument, MembershipDocument } from '@tenantry/model/documents/people';
import { isMemberRole } from '@tenantry/model/roles';
import { controlDocuments, tenantDocuments } from '../../platform/data/documents.ts';
import type { Found } from '../../platform/data/scoped-transaction.ts';
import { readControlPlane, readTenant } from '../../platform/data/transactions.ts';
import type { BusinessCheck } from '../check.ts';
import { refreshRemedy } from '../claims-remedy.ts';
import type { Findings } from '../findings.ts';
import { isWritten } from '../marks.ts';
import { declarePages, eachPage } from '../pages.ts';

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
      const shown = { slug: profile?.slug, name: profile?.name, seq: access?.seq ?? 0, roles: access?.roles ?? {} };
      for await (const page of eachPage(tx, tenantDocuments.members(), memberPages)) {
        found.lookAt(page.length);
        const projections = await readControlPlane((control) =>
          control.getAll(page.map(({ id }) => controlDocuments.membership(id, tenantId))),
        );
        for (const [index, member] of page.entries()) {
          judgeMember(member, shown, found);
          const faults = faultsOf(member, projections[index], shown);
          // Whoever changes a membership marks the person before, and is done when the mark goes.
          if (faults.length > 0 && !(await isWritten(member.id, now)))
            for (const [is, shouldBe] of faults)
              found.add({
                about: `users/${member.id}/memberships/${tenantId}`,
                is,
                shouldBe,
                remedy: refreshRemedy(member.id, tenantId),
              });
        }
      }
    }),
};

type Shown = {
  readonly slug: string | undefined;
  readonly name: string | undefined;
  readonly seq: number;
  readonly roles: Readonly<Record<string, unknown>>;
};

const byHand = 'No operation leaves this behind: find out who wrote it, then give the person their role anew.';

function judgeMember({ id, data }: Found<MemberDocument>, { seq, roles }: Shown, found: Findings): void {
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
  { slug, name }: Shown,
): (readonly [is: string, shouldBe: string])[] {
  if (!projection) return [['absent', `${role} at version ${version}`]];
  const faults: (readonly [string, string])[] = [];
  if (projection.role !== role || projection.version !== version)
    faults.push([`${projection.role} at version ${projection.version}`, `${role} at version ${version}`]);
  if (projection.slug !== slug || projection.name !== name)
    faults.push(['of another name or address', 'of the profile’s']);
  return faults;
}
