import type { InviteDocument } from '@tenantry/model/documents/people';
import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import { errorText } from '../../../shared/api/error-texts.ts';
import type { Row } from '../../../shared/live/source.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useRoles } from '../../../shared/tenant/use-roles.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { toastDone, toastFailed } from '../../../shared/ui/overlays/toast-store.ts';

type Props = { readonly invite: Row<InviteDocument>; readonly onWithdraw: () => Promise<void> };

/** What can be done with an invitation that has not been accepted. */
export function InviteActions({ invite: { id, email, role, status }, onWithdraw }: Props) {
  const { tenantId, may } = useTenant();
  const { mayGive } = useRoles();
  if (!mayGive(role)) return null;

  async function resend(): Promise<void> {
    await call('resendInvite', { tenantId, inviteId: id });
    toastDone(m.invite_sent({ email }));
  }
  return (
    <span className="inline-flex justify-end gap-x-2 whitespace-nowrap max-md:flex-col max-md:items-end">
      {may('member:manage') && (
        <Button variant="quiet" onClick={() => resend().catch((error: unknown) => toastFailed(errorText(error)))}>
          {m.invite_resend()}
        </Button>
      )}
      {status === 'open' && may('member:manage', 'release') && (
        <Button variant="quiet" onClick={onWithdraw}>
          {m.invite_revoke()}
        </Button>
      )}
    </span>
  );
}
