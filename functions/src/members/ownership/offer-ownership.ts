import { can } from '@tenantry/model/roles';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import { Refusal } from '../../platform/operations/errors.ts';
import { memberOperation } from '../../platform/operations/operation.ts';
import { readMembershipMail, tellMember } from '../mail/tell-member.ts';
import { requireMemberByUid } from '../membership/require-member.ts';
import { endOffer, offersOf } from './offers.ts';

/** So long an offer stands. */
const lifetimeMilliseconds = 7 * 86_400_000;

/**
 * Offers one's own place as an owner to somebody who belongs to the business; nothing changes until they accept. An
 * offer to one is the end of the offer to another. Throws `state` for somebody who is an owner already.
 */
export const offerOwnership = memberOperation('offerOwnership', {
  permissions: ['owner:manage'],
  gate: 'work',
  audited: true,
  recentLogin: true,
  async run(work) {
    const { tx, input, member, now, access, audit } = work;
    const target = await requireMemberByUid(tx, input.uid);
    if (can(target.role, 'owner:manage', access.roles)) {
      throw new Refusal('state', 'This person is an owner already.');
    }
    const { roles: _, ...told } = await readMembershipMail(work);
    const standing = await offersOf(tx, member.uid);
    for (const { id } of standing) {
      if (id !== target.uid) endOffer(tx, id);
    }
    const expiresAt = instantOf(now.getTime() + lifetimeMilliseconds);
    tx.update(tenantDocuments.member(target.uid), { ownershipOffer: { by: member.uid, expiresAt } });
    tellMember(work, target, { kind: 'ownership-offered', data: told });
    audit({ action: 'ownership.offered', target: target.uid });
    return {};
  },
});
