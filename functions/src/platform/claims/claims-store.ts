import { type Claims, claimsFor, parseClaims } from '@tenantry/model/claims';
import type { MembershipDocument } from '@tenantry/model/documents/people';
import { paths } from '@tenantry/model/paths';
import { FieldValue } from 'firebase-admin/firestore';
import { auth, controlPlane } from '../data/firestore.ts';
import { instantOf } from '../data/instant.ts';
import { log } from '../log.ts';
import { projectMembership, readTruth } from './project-membership.ts';
import type { ClaimsStore } from './sync-claims.ts';

/** The real store: marks and memberships in the control plane, claims in Authentication. */
export const claimsStore: ClaimsStore = {
  now: () => Date.now(),

  // Plain merges, no transactions: fifty writers of one person do not wait for each other.
  async putMark(uid, { id, at, tenants }) {
    await controlPlane()
      .doc(paths.userClaims(uid))
      .set({ marks: { [id]: { at: instantOf(at), tenants } }, markedAt: instantOf(at) }, { merge: true });
  },

  async removeMarks(uid, ids) {
    const marks = Object.fromEntries(ids.map((id) => [id, FieldValue.delete()]));
    await controlPlane().doc(paths.userClaims(uid)).set({ marks }, { merge: true });
  },

  project: projectMembership,
  truth: readTruth,

  async readSource(uid) {
    const readAt = Date.now();
    const control = controlPlane();
    const [memberships, operator] = await Promise.all([
      control.collection(paths.memberships(uid)).get(),
      control.doc(paths.operator(uid)).get(),
    ]);
    const sources = memberships.docs.map((document) => {
      const { tenantId, role, version, lastActiveAt } = document.data() as MembershipDocument;
      return { tenantId, role, version, lastActiveAt: lastActiveAt.toMillis() };
    });
    return { claims: claimsFor(sources, operator.exists), readAt };
  },

  async readClaims(uid) {
    try {
      return parseClaims((await auth().getUser(uid)).customClaims);
    } catch (fault) {
      if (!isUnknownUser(fault)) throw fault;
      log.claimsSkipped(uid);
      return undefined;
    }
  },

  async writeClaims(uid: string, claims: Claims) {
    try {
      await auth().setCustomUserClaims(uid, claims);
      log.claimsWritten(uid, Object.keys(claims.tenants).length);
    } catch (fault) {
      // Deleted since their claims were read: nobody is left to carry any.
      if (!isUnknownUser(fault)) throw fault;
      log.claimsSkipped(uid);
    }
  },

  async announce(uid) {
    await controlPlane().doc(paths.user(uid)).set({ claimsSyncedAt: FieldValue.serverTimestamp() }, { merge: true });
  },
};

function isUnknownUser(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'auth/user-not-found';
}
