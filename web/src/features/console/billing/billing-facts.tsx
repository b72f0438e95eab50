import { m } from '../../../paraglide/messages.js';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { momentText, planName } from '../business-texts.ts';
import { DetailsPanel } from '../details/details-panel.tsx';
import { type Billing, useBilling } from '../details/use-details.ts';
import { StatusBadge } from '../status-badge.tsx';
import { standingText } from './standing-text.ts';

/** What a business pays for, what it owes and what that holds back, and when that was heard. */
export function BillingFacts({ tenantId }: { readonly tenantId: string }) {
  return (
    <DetailsPanel title={m.console_billing_now()} live={useBilling(tenantId)}>
      {(billing) => (
        <div className="grid gap-3">
          <dl className="grid gap-1">
            {factsOf(billing).map(([name, value]) => (
              <div key={name} className="grid md:grid-cols-[9rem_1fr] md:gap-4">
                <dt className="text-muted">{name}</dt>
                <dd className="font-medium wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
          {billing.running > 1 && <Notice tone="warn" title={m.console_billing_several({ count: billing.running })} />}
        </div>
      )}
    </DetailsPanel>
  );
}

const factsOf = (billing: Billing) =>
  [
    [m.console_billing_paid_plan(), planName(billing.plan)],
    [m.console_billing_standing(), standingText(billing)],
    [
      m.console_billing_hold(),
      billing.hold === 'active' ? m.console_billing_hold_none() : <StatusBadge key="hold" status={billing.hold} />,
    ],
    [m.console_billing_customer(), billing.customerId ?? m.console_billing_customer_none()],
    [
      m.console_billing_synced(),
      billing.syncedAt === null ? m.console_billing_synced_never() : momentText(billing.syncedAt),
    ],
  ] as const;
