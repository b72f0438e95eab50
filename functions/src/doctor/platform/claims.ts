import { isDeepStrictEqual } from 'node:util';
import { type Claims, claimsByteLimit, claimsFor, parseClaims, sameClaims } from '@tenantry/model/claims';
import { type MembershipDocument, membershipDocument } from '@tenantry/model/documents/people';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { controlDocuments, tenantDocuments } from '../../platform/data/documents.ts';
import type { Found } from '../../platform/data/scoped-transaction.ts';
import { everySignIn, findSignIns, type SignIn } from '../../platform/data/sign-ins/listed-sign-ins.ts';
import { readControlPlane, readTenant } from '../../platform/data/transactions.ts';
import { describeMember, readTruth } from '../../platform/claims/project-membership.ts';
import type { PlatformCheck } from '../check.ts';
import { refreshRemedy } from '../claims-remedy.ts';
import type { Findings } from '../findings.ts';
import { isBeingWritten, oldMarks } from '../marks.ts';
import { declarePages, eachPageAlone } from '../pages.ts';
import { claimsRecordShape } from '../record-shapes.ts';
import { isWellShaped } from '../shape.ts';

const memberPages = declarePages('members');
const ownMemberships = declareQuery('memberships', {});

/** Invariant 3: everybody's claims are f(memberships, operators), in at most 1,000 bytes; and no writer of them died unheard. */
export const claims: PlatformCheck<SignIn> = {
  looksAt: 'people',
  pages: everySignIn,
  pagesOf: signInsOf,
  async look({ id: uid, claims: listed }, found, now) {
    found.lookAt();
    const { memberships, isOperator, record } = await readPerson(uid);
    const isWhole = isWellShaped(`users/${uid}/system/claims`, record, claimsRecordShape, found, withdrawn(uid));
    const old = isWhole ? oldMarks(record, now) : 0;
    if (old > 0)
      found.add({
        about: `marks of ${uid}`,
        is: `${old} of writers that died`,
        shouldBe: 'none',
        remedy: 'npm run schedule -- sweepClaims',
      });
    // Whoever writes claims marks the person before, and is done when the mark goes.
    if (isBeingWritten(record, now)) return;
    const whole = memberships.filter(({ id, data }) =>
      isWellShaped(`users/${uid}/memberships/${id}`, data, membershipDocument, found, withdrawn(uid, id)),
    );
    // What follows from half of a membership nobody knows.
    const expected = claimsFor(whole.map(sourceOf), isOperator);
    const isKnown = whole.length === memberships.length;
    if (isKnown && differences(listed, expected).length > 0) await judgeClaims(uid, expected, found);
    await judgeLeftovers(uid, memberships, found);
  },
};

/** What is made of other documents is taken away, and made anew. */
function withdrawn(uid: string, tenantId?: string): string {
  return `Delete it by hand, then: ${refreshRemedy(uid, tenantId)}`;
}

/** The people of one business, by its members. */
async function* signInsOf(): AsyncGenerator<SignIn[]> {
  for await (const page of eachPageAlone(readTenant, tenantDocuments.members(), memberPages))
    yield await findSignIns(page.map(({ id }) => id));
}

function readPerson(uid: string) {
  return readControlPlane(async (control) => {
    const [memberships, operator, record] = await Promise.all([
      control.find(controlDocuments.memberships(uid), ownMemberships),
      control.get(controlDocuments.operator(uid)),
      control.get(controlDocuments.userClaims(uid)),
    ]);
    return { memberships, isOperator: operator !== undefined, record: record ?? {} };
  });
}

function sourceOf({ data: { tenantId, role, version, lastActiveAt } }: Found<MembershipDocument>) {
  return { tenantId, role, version, lastActiveAt: lastActiveAt.toMillis() };
}

const takeAway = 'Nothing of ours writes or reads it: take it away by hand, with setCustomUserClaims.';

/** Judges the claims of this moment: those of a list may be older than what they were compared with. */
async function judgeClaims(uid: string, expected: Claims, found: Findings): Promise<void> {
  const [present] = await findSignIns([uid]);
  if (!present) return;
  // Who brings claims in step looks at ours alone.
  const remedy = sameClaims(parseClaims(present.claims), expected) ? takeAway : refreshRemedy(uid);
  for (const [claim, is, shouldBe] of differences(present.claims, expected))
    found.expect(`claim ${claim} of ${uid}`, is, shouldBe, remedy);
  const bytes = Buffer.byteLength(JSON.stringify(present.claims));
  if (bytes > claimsByteLimit)
    found.add({ about: `claims of ${uid}`, is: `${bytes} bytes`, shouldBe: `at most ${claimsByteLimit}`, remedy });
}

/** Where claims differ: a tenant's, the operator's, or one that nobody of ours writes. */
function differences(present: Readonly<Record<string, unknown>>, { tenants, ...others }: Claims) {
  const flat = (claims: object, of: object) => ({ ...of, ...claims });
  const { tenants: presentTenants, ...presentOthers } = present;
  const is: Record<string, unknown> = flat(presentTenants ?? {}, presentOthers);
  const shouldBe: Record<string, unknown> = flat(tenants, others);
  return [...new Set([...Object.keys(is), ...Object.keys(shouldBe)])]
    .filter((claim) => !isDeepStrictEqual(is[claim], shouldBe[claim]))
    .map((claim) => [claim, is[claim], shouldBe[claim]] as const);
}

/** A membership in somebody's list must be one: each claim for nothing is a way in. */
async function judgeLeftovers(
  uid: string,
  memberships: readonly Found<MembershipDocument>[],
  found: Findings,
): Promise<void> {
  for (const { id: tenantId } of memberships) {
    if ((await readTruth(uid, tenantId)) !== describeMember(undefined)) continue;
    found.add({
      about: `users/${uid}/memberships/${tenantId}`,
      is: 'there',
      shouldBe: 'absent: there is no such member',
      remedy: 'Delete it by hand: a trigger takes the claim with it.',
    });
  }
}
