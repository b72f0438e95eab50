import { m } from '../../../paraglide/messages.js';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import type { PaymentStanding } from '../standing/payment-standing.ts';
import type { Return } from './use-return.ts';

type Props = {
  readonly stage: Return | undefined;
  readonly onRetry: () => void;
  /** How the business stands with its payments by now; `undefined` until that is known. */
  readonly standing: PaymentStanding | undefined;
};

/** Says to somebody who came back what became of it. */
export function ReturnNotice({ stage, onRetry, standing }: Props) {
  switch (stage === 'done' && !standing ? 'looking' : stage) {
    case undefined:
      return null;
    case 'left':
      return <Notice title={m.billing_left_title()}>{m.billing_left_text()}</Notice>;
    case 'looking':
      return <Notice title={m.billing_looking_title()}>{m.billing_looking_text()}</Notice>;
    case 'done':
      return <Done standing={standing} />;
    case 'failed':
      return (
        <Notice
          tone="warn"
          title={m.billing_failed_title()}
          action={
            <Button variant="outline" onClick={onRetry}>
              {m.action_retry()}
            </Button>
          }
        >
          {m.billing_failed_text()}
        </Notice>
      );
  }
}

/** Whoever comes back need not have paid. */
function Done({ standing }: Pick<Props, 'standing'>) {
  if (standing === 'owed' || standing === 'held' || standing === 'left')
    return (
      <Notice tone="warn" title={m.billing_unpaid_title()}>
        {m.billing_unpaid_text()}
      </Notice>
    );
  return (
    <Notice tone="good" title={m.billing_done_title()}>
      {standing === 'none' && m.billing_done_none()}
    </Notice>
  );
}
