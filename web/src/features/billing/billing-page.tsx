import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantDocument } from '../../shared/tenant/use-tenant-live.ts';
import { Card } from '../../shared/ui/basics/card.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ListState } from '../../shared/ui/data/list-state.tsx';
import { SkeletonRows } from '../../shared/ui/data/skeleton.tsx';
import type { BillingSearch } from './billing-search.ts';
import { InvoiceList } from './invoices/invoice-list.tsx';
import { ManagePayments } from './payments/manage-payments.tsx';
import { ReturnNotice } from './payments/return-notice.tsx';
import { useReturn } from './payments/use-return.ts';
import { PlansCard } from './plans/plans-card.tsx';
import { StandingCard } from './standing/standing-card.tsx';
import { usePaymentStanding } from './standing/use-payment-standing.ts';
import { hasBought, useSubscription } from './use-subscription.ts';

const route = getRouteApi('/t/$slug/billing');

/** What the business is on, what that costs, and the invoices. */
export default function BillingPage() {
  const { tenantId, slug, may } = useTenant();
  const { checkout, ...search } = route.useSearch();
  const navigate = useNavigate();
  const go = (next: BillingSearch, replace = false) =>
    navigate({ to: '/t/$slug/billing', params: { slug }, search: next, replace, resetScroll: false });
  const business = useTenantDocument<TenantDocument>(tenantPaths.self());
  const subscription = useSubscription();
  const pays = may('billing:manage', 'billing');
  const [stage, retry] = useReturn(checkout, { tenantId, mayAsk: pays, onSeen: () => go(search, true) });
  const known = subscription.state === 'ready' ? subscription.data : undefined;
  const standing = usePaymentStanding(known);
  const { per, ...page } = search;

  return (
    <>
      <PageHeader
        title={m.nav_billing()}
        actions={pays && known && hasBought(known) && <ManagePayments tenantId={tenantId} variant="outline" />}
      />
      <div className="grid gap-6">
        <ReturnNotice stage={stage} onRetry={retry} standing={standing} />
        {!pays && <Notice title={m.billing_ask_owner()} />}
        <ListState live={business} empty={null} skeleton={<PlansSkeleton />}>
          {(present) => (
            <ListState live={subscription} empty={null} skeleton={<PlansSkeleton />}>
              {(paid) => (
                <Plans
                  business={present}
                  subscription={paid}
                  per={per}
                  onPer={(next) => go({ ...page, per: next }, true)}
                />
              )}
            </ListState>
          )}
        </ListState>
        <InvoiceList page={page} onPage={(next) => go({ per, ...next })} />
      </div>
    </>
  );
}

type PlansProps = {
  readonly business: TenantDocument;
  readonly subscription: SubscriptionDocument;
  readonly per: BillingSearch['per'];
  readonly onPer: (per: BillingSearch['per']) => unknown;
};

function Plans({ business, subscription, per, onPer }: PlansProps) {
  return (
    <>
      <StandingCard business={business} subscription={subscription} />
      <PlansCard
        business={business}
        subscription={subscription}
        interval={per ?? subscription.interval ?? 'month'}
        onInterval={onPer}
      />
    </>
  );
}

/** As high as the cards that will come, on a phone and on a desk. */
function PlansSkeleton() {
  return (
    <>
      <Card className="min-h-[35rem] p-0 md:min-h-80 md:p-0">
        <SkeletonRows rows={5} />
      </Card>
      <Card className="min-h-[72rem] p-0 md:min-h-[32rem] md:p-0">
        <SkeletonRows rows={8} />
      </Card>
    </>
  );
}
