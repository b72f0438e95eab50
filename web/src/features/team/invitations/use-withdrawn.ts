import type { InviteDocument } from '@tenantry/model/documents/people';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import { errorText } from '../../../shared/api/error-texts.ts';
import type { Row } from '../../../shared/live/source.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { toastDone, toastFailed } from '../../../shared/ui/overlays/toast-store.ts';

/** Withdraws invitations: one is gone from the list at once, and back with the reason when it was refused. */
export function useWithdrawn(): {
  readonly isWithdrawn: (id: string) => boolean;
  readonly withdraw: (invite: Row<InviteDocument>) => Promise<void>;
} {
  const { tenantId } = useTenant();
  const [withdrawn, setWithdrawn] = useState<ReadonlySet<string>>(new Set());

  async function withdraw({ id, email, role }: Row<InviteDocument>): Promise<void> {
    setWithdrawn((ids) => new Set(ids).add(id));
    try {
      await call('revokeInvite', { tenantId, inviteId: id });
      toastDone(m.invite_revoked({ email }), () => call('inviteMember', { tenantId, email, role }));
    } catch (error) {
      setWithdrawn((ids) => new Set([...ids].filter((each) => each !== id)));
      toastFailed(errorText(error));
    }
  }
  return { isWithdrawn: (id) => withdrawn.has(id), withdraw };
}
