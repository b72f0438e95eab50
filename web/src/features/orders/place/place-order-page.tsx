import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { totalOf } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import { errorText } from '../../../shared/api/error-texts.ts';
import { BackLink } from '../../../shared/tenant/back-link.tsx';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button, buttonClass } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { Textarea } from '../../../shared/ui/basics/input.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { DeniedState, ListState, StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { toastDone } from '../../../shared/ui/overlays/toast-store.ts';
import { CustomerPicker, type ChosenCustomer } from './customer-picker.tsx';
import { ProductPicker } from './product-picker.tsx';
import { type Offer, useOffers } from './use-offers.ts';

export default function PlaceOrderPage() {
  const { may } = useTenant();
  const offers = useOffers();
  return (
    <>
      <PageHeader title={m.orders_new()} back={<BackLink to="/t/$slug/orders">{m.nav_orders()}</BackLink>} />
      {may('order:place') && may('order:manage') ? (
        <ListState live={offers} empty={<NothingForSale />}>
          {(all) => <PlaceOrder offers={all} />}
        </ListState>
      ) : (
        <DeniedState />
      )}
    </>
  );
}

function NothingForSale() {
  const { slug } = useTenant();
  const action = (
    <Link to="/t/$slug/products" params={{ slug }} className={buttonClass({ variant: 'outline' })}>
      {m.nav_products()}
    </Link>
  );
  return (
    <StatePanel title={m.place_no_products_title()} action={action}>
      {m.place_no_products_text()}
    </StatePanel>
  );
}

/** For a customer of the shop, somebody by name, or a walk-in. */
function PlaceOrder({ offers }: { readonly offers: readonly Offer[] }) {
  const { tenantId, slug, money } = useTenant();
  const navigate = useNavigate();
  const [quantities, setQuantities] = useState<Readonly<Record<string, number>>>({});
  const [customer, setCustomer] = useState<ChosenCustomer>({ kind: 'walk-in', name: '' });
  const [message, setMessage] = useState('');
  const [problem, setProblem] = useState<string>();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const messageId = useId();

  const lines = offers.flatMap(({ id, unitAmount }) => {
    const quantity = quantities[id] ?? 0;
    return quantity > 0 ? [{ productId: id, quantity, unitAmount }] : [];
  });
  const total = totalOf(lines);

  function change<Value>(set: (value: Value) => void): (value: Value) => void {
    return (value) => {
      set(value);
      // Sent again unchanged it is the same order; with other contents it is another one.
      setKey(crypto.randomUUID());
    };
  }

  async function place(): Promise<void> {
    if (lines.length === 0) return setProblem(m.place_nothing_chosen());
    if (customer.kind === 'customer' && !customer.uid) return setProblem(m.place_no_customer());
    setProblem(undefined);
    try {
      const { orderId, number } = await call('placeOrder', {
        tenantId,
        lines: lines.map(({ productId, quantity }) => ({ productId, quantity })),
        idempotencyKey: key,
        expectedTotal: total,
        message: message.trim() || undefined,
        customerUid: customer.kind === 'customer' ? customer.uid : undefined,
        customerName: (customer.kind === 'walk-in' && customer.name.trim()) || undefined,
      });
      toastDone(m.place_done({ number }));
      await navigate({ to: '/t/$slug/orders/$orderId', params: { slug, orderId } });
    } catch (error) {
      setProblem(errorText(error));
    }
  }

  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <Card>
        <ProductPicker offers={offers} quantities={quantities} onChange={change(setQuantities)} />
      </Card>
      <div className="grid content-start gap-6">
        <Card>
          <CustomerPicker value={customer} onChange={change(setCustomer)} />
        </Card>
        <Card className="grid gap-4">
          <div className="grid gap-1.5">
            <label htmlFor={messageId} className="font-medium">
              {m.order_message()}
            </label>
            <Textarea
              id={messageId}
              rows={2}
              maxLength={1_000}
              value={message}
              onChange={(event) => change(setMessage)(event.target.value)}
            />
          </div>
          {problem && (
            <Notice tone="danger" title={m.error_title()}>
              {problem}
            </Notice>
          )}
          <p className="flex justify-between text-lead font-semibold">
            <span>{m.field_total()}</span>
            <span>{money(total)}</span>
          </p>
          <Button onClick={place}>{m.place_action()}</Button>
        </Card>
      </div>
    </div>
  );
}
