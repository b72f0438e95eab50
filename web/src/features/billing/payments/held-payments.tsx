import { m } from '../../../paraglide/messages.js';
import { ManagePayments } from './manage-payments.tsx';
import { ReturnNotice } from './return-notice.tsx';
import { useReturn } from './use-return.ts';

type Props = {
  readonly tenantId: string;
  /** Whether it is a debt that holds the business back, as far as that is known. */
  readonly owed: boolean | undefined;
  readonly cameBack: boolean;
};

/** What is left to an owner of a suspended business: what it pays, and paying where that is why. */
export default function HeldPayments({ tenantId, owed, cameBack }: Props) {
  const [stage, retry] = useReturn(cameBack ? 'done' : undefined, { tenantId, mayAsk: true });
  return (
    <div className="grid gap-3">
      {owed && <p className="text-muted">{m.payment_suspended_text()}</p>}
      <ReturnNotice stage={stage} onRetry={retry} standing={owed ? 'held' : 'paid'} />
      <div className="grid">
        {owed ? <ManagePayments tenantId={tenantId} label={m.payment_pay()} /> : <ManagePayments tenantId={tenantId} />}
      </div>
    </div>
  );
}
