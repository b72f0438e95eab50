import { useEffect, useId, useRef } from 'react';
import { orderLineLimit } from '@tenantry/model/operations/orders';
import { m } from '../../../../paraglide/messages.js';
import type { Live } from '../../../../shared/live/listeners.ts';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { Button } from '../../../../shared/ui/basics/button.tsx';
import { Card } from '../../../../shared/ui/basics/card.tsx';
import { Textarea } from '../../../../shared/ui/basics/input.tsx';
import { Notice } from '../../../../shared/ui/basics/notice.tsx';
import type { Offers } from '../../use-offers.ts';
import { agreedTotal, type Basket, isSameOrder } from '../basket.ts';
import { useBasket } from '../basket-store.ts';
import { ObstacleNotices } from './obstacle-notices.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { stillShort } from './still-short.ts';
import { useCheckout } from './use-checkout.ts';

/** The order's words, its total, its button, and whatever stands in its way. */
export function Checkout({ live }: { readonly live: Live<Offers> }) {
  const { money } = useTenant();
  const { basket } = useBasket();
  const { order, outcome } = useCheckout();
  const notices = useRef<HTMLDivElement>(null);
  const offers = live.state === 'ready' ? live.data : undefined;
  const short = stillShort(basket, offers, outcome);
  const repriced = basket.lines.some(({ productId, unitAmount }) => {
    const offer = offers?.get(productId);
    return offer !== undefined && offer.unitAmount !== unitAmount;
  });
  const blocked = short.length > 0 || repriced || basket.lines.length > orderLineLimit;

  useEffect(() => {
    if (outcome) notices.current?.focus();
  }, [outcome]);

  async function press(): Promise<void> {
    if (blocked) notices.current?.focus();
    else await order();
  }

  return (
    <Card className="grid gap-4 md:sticky md:top-20">
      <div ref={notices} tabIndex={-1} className="grid scroll-mt-20 gap-3 outline-none empty:hidden">
        <ObstacleNotices short={short} repriced={repriced} offers={offers} />
        {!blocked && outcome && <OutcomeNotice outcome={outcome} />}
        {basket.attempt && outcome?.kind !== 'unknown' && <LostNotice />}
        {live.state === 'error' && (
          <Notice
            title={m.portal_refresh_failed()}
            action={
              <Button variant="outline" onClick={live.retry}>
                {m.action_retry()}
              </Button>
            }
          />
        )}
      </div>
      <MessageField />
      <div
        data-bottom-action
        className="max-md:fixed max-md:inset-x-0 max-md:bottom-[calc(3.5rem+env(safe-area-inset-bottom))] max-md:z-20 max-md:border-t max-md:border-line max-md:bg-surface max-md:p-3 grid gap-3"
      >
        <p className="flex items-baseline justify-between max-md:hidden">
          <span className="text-muted">{m.portal_total()}</span>
          <span className="text-title font-semibold">{money(agreedTotal(basket))}</span>
        </p>
        <OrderButton basket={basket} onPress={press} />
      </div>
    </Card>
  );
}

/** A lost answer outlives the page: whoever comes back is told. */
function LostNotice() {
  return (
    <Notice tone="warn" title={m.portal_unknown_outcome_title()}>
      {m.portal_unknown_outcome_text()}
    </Notice>
  );
}

function OrderButton({ basket, onPress }: { readonly basket: Basket; readonly onPress: () => Promise<void> }) {
  const { can, status, money, profile } = useTenant();
  if (!can('order:place')) return <p className="text-muted">{m.portal_may_not_order()}</p>;
  if (status !== 'active') return <p className="text-muted">{m.portal_readonly_title({ name: profile.name })}</p>;
  const total = money(agreedTotal(basket));
  const again = basket.attempt && isSameOrder(basket.attempt, basket);
  const words = again ? m.portal_order_again_send() : m.portal_order({ total });
  return (
    <Button className="w-full max-md:min-h-12" onClick={onPress}>
      {basket.lines.length === 0 ? m.portal_order_find_out() : words}
    </Button>
  );
}

const messageLimit = 1_000;

function MessageField() {
  const { basket, change } = useBasket();
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {m.portal_message()}
      </label>
      <Textarea
        id={id}
        rows={2}
        maxLength={messageLimit}
        aria-describedby={`${id}-hint`}
        value={basket.message}
        onChange={({ target }) => change((present) => ({ ...present, message: target.value }))}
      />
      <p id={`${id}-hint`} className="text-small text-muted">
        {m.portal_message_hint()}
      </p>
    </div>
  );
}
