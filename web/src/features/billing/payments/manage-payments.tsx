import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import { GoButton } from './go-button.tsx';

type Props = {
  readonly tenantId: string;
  readonly label?: string;
  readonly variant?: 'primary' | 'outline';
};

/** The way to change, cancel, resume and pay: a page of those who take the payments. */
export function ManagePayments({ tenantId, label = m.billing_manage(), variant }: Props) {
  return (
    <GoButton
      label={label}
      variant={variant}
      ask={() => call('openBillingPortal', { tenantId })}
      stateText={m.billing_nothing_to_manage()}
    />
  );
}
