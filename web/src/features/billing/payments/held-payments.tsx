import { m } from '../../../paraglide/messages.js';
import { ManagePayments } from './manage-payments.tsx';
import { ReturnNotice } from './return-notice.tsx';
import { useReturn } from './use-return.ts';

type Props = { readonly tenantId: string; readonly cameBack: boolean };

/** What is left to an owner of a suspended business: paying, after which it opens by itself. */
export default function HeldPayments({ tenantId, cameBack }: Props) {
  const [stage, retry] = useReturn(cameBack ? 'done' : undefined, { tenantId, mayAsk: true });
  return (
    <div className="grid gap-3">
      <p className="text-muted">{m.payment_suspended_text()}</p>
      <ReturnNotice stage={stage} onRetry={retry} running />
      <div className="grid">
        <ManagePayments tenantId={tenantId} />
      </div>
    </div>
  );
}
