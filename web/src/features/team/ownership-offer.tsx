import { useState } from 'react';
import type { MemberDocument } from '@tenantry/model/documents/people';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import type { Row } from '../../shared/live/source.ts';
import { queries } from '../../shared/queries.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { ConfirmDialog } from '../../shared/ui/overlays/confirm-dialog.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';

/** Tells whoever is offered an owner's place, and lets them take it. Nothing while no offer stands. */
export function OwnershipOffer() {
  const { tenantId, profile } = useTenant();
  const { uid } = usePerson();
  const team = useTenantQuery<MemberDocument>(queries.team(tenantId));
  const [asking, setAsking] = useState(false);
  if (team.state !== 'ready') return null;
  const by = standingOffer(team.data, uid);
  if (!by) return null;
  const from = by.displayName || by.email;
  return (
    <Notice
      title={m.ownership_offered({ name: from, business: profile.name })}
      action={<Button onClick={() => setAsking(true)}>{m.ownership_accept()}</Button>}
    >
      {m.ownership_offered_text({ name: from })}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={m.ownership_accept_title({ business: profile.name })}
        lead={m.ownership_accept_text({ name: from })}
        action={m.ownership_accept()}
        tone="primary"
        onConfirm={async () => {
          await call('acceptOwnership', { tenantId });
          toastDone(m.ownership_accepted());
        }}
      />
    </Notice>
  );
}

/** Who offers their place to this person, while the offer stands and they have one to give. */
export function standingOffer(
  team: readonly Row<MemberDocument>[],
  uid: string,
  now = Date.now(),
): Row<MemberDocument> | undefined {
  const offer = team.find(({ id }) => id === uid)?.ownershipOffer;
  if (!offer || offer.expiresAt.toMillis() <= now) return undefined;
  return team.find(({ id, role }) => id === offer.by && role === 'owner');
}
