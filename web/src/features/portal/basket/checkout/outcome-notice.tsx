import { m } from '../../../../paraglide/messages.js';
import { errorText } from '../../../../shared/api/error-texts.ts';
import { Link } from '../../../../shared/navigation/link.tsx';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { buttonClass } from '../../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../../shared/ui/basics/notice.tsx';
import { urls } from '../../../../shared/urls.ts';
import type { Outcome } from './send-order.ts';

/** What came of an order that was not placed, where the basket itself does not show it. */
export function OutcomeNotice({ outcome }: { readonly outcome: Outcome }) {
  const { slug } = useTenant();
  switch (outcome.kind) {
    case 'unknown':
      return (
        <Notice tone="warn" title={m.portal_unknown_outcome_title()}>
          {m.portal_unknown_outcome_text()}
        </Notice>
      );
    case 'earlier':
      return (
        <Notice
          title={m.portal_earlier_title()}
          action={
            <Link className={buttonClass({ variant: 'outline' })} href={urls.portalOrder(slug, outcome.orderId)}>
              {m.portal_earlier_action()}
            </Link>
          }
        >
          {m.portal_earlier_text({ number: outcome.number })}
        </Notice>
      );
    case 'refused':
      return (
        <Notice tone="danger" title={m.error_title()}>
          {errorText(outcome.error)}
        </Notice>
      );
    // These show as obstacles in the basket, or not at all.
    case 'short':
    case 'gone':
    case 'repriced':
    case 'placed':
    case 'nothing':
      return null;
  }
}
