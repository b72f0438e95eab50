import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { Dialog, DialogActions } from '../../../shared/ui/overlays/dialog.tsx';
import { toastDone } from '../../../shared/ui/overlays/toast-store.ts';
import { planName } from '../business-texts.ts';
import type { Business } from '../use-businesses.ts';
import { useShown } from '../use-shown.ts';
import { BillingFacts } from './billing-facts.tsx';
import { syncWithStripe } from './sync-with-stripe.ts';

type Props = {
  /** Whose payments; closed without one. */
  readonly business: Business | undefined;
  readonly onClose: () => void;
};

/** What a business pays for, and the button that has it asked of Stripe now. */
export function BillingDialog({ business, onClose }: Props) {
  const shown = useShown(business);
  return (
    <Dialog
      open={business !== undefined}
      onClose={onClose}
      title={m.console_billing_title({ name: shown?.name ?? '' })}
      lead={m.console_billing_text()}
    >
      {shown && <BillingFacts tenantId={shown.tenantId} />}
      {shown && <Sync key={shown.tenantId} business={shown} onClose={onClose} />}
    </Dialog>
  );
}

type SyncProps = { readonly business: Business; readonly onClose: () => void };

/** What came of it is seen above: the window stays. */
function Sync({ business: { tenantId, name }, onClose }: SyncProps) {
  const [problem, setProblem] = useState<unknown>();

  async function sync(): Promise<void> {
    setProblem(undefined);
    try {
      const { plan } = await syncWithStripe(tenantId);
      toastDone(m.console_billing_done({ name, plan: planName(plan) }));
    } catch (error) {
      setProblem(() => error);
    }
  }

  return (
    <>
      {problem !== undefined && (
        <Notice tone="danger" title={m.error_title()}>
          {errorText(problem)}
        </Notice>
      )}
      <DialogActions>
        <Button variant="outline" onClick={onClose}>
          {m.action_close()}
        </Button>
        <Button onClick={sync}>{m.console_billing_sync()}</Button>
      </DialogActions>
    </>
  );
}
