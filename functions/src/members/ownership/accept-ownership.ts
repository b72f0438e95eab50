import { can } from '@tenantry/model/roles';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import { memberOperation } from '../../platform/operations/operation.ts';
import { changeMemberships } from '../membership/membership-changes.ts';

/**
 * Takes over the place of the owner who offered it: the caller is an owner from now on, and who offered it an admin. Both
 * or neither. Throws `missing` when no offer stands: none was made, it ran out, or who made it is no owner any more.
 */
export const acceptOwnership = memberOperation('acceptOwnership', {
  permissions: [],
  gate: 'work',
  audited: true,
  recentLogin: true,
  async run(work) {
    const { tx, member, now, access, audit } = work;
    const offer = member.ownershipOffer;
    const from = offer && (await tx.get(tenantDocuments.member(offer.by)));
    const stands = offer && offer.expiresAt.toMillis() > now.getTime() && from;
    if (!stands || !can(from.role, 'owner:manage', access.roles)) {
      throw new Refusal('missing', 'No offer stands any more. Ask the owner for another one.');
    }
    await changeMemberships(work, [
      [member, 'owner'],
      [from, 'admin'],
    ]);
    audit({
      action: 'ownership.accepted',
      target: member.uid,
      details: { before: member.role, from: from.uid, fromBefore: from.role, fromAfter: 'admin' },
    });
    return {};
  },
});
