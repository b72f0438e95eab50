import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Input } from '../../../shared/ui/basics/input.tsx';
import type { Offer } from './use-offers.ts';

type Quantities = Readonly<Record<string, number>>;

type Props = {
  readonly offers: readonly Offer[];
  readonly quantities: Quantities;
  readonly onChange: (quantities: Quantities) => void;
};

/** The shop's offers, each with how many of it. */
export function ProductPicker({ offers, quantities, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const words = typed.toLocaleLowerCase().trim();
  const shown = offers.filter(
    ({ id, name, sku }) => (quantities[id] ?? 0) > 0 || `${name} ${sku}`.toLocaleLowerCase().includes(words),
  );
  return (
    <section className="grid gap-4">
      <h2 className="text-lead font-semibold">{m.nav_products()}</h2>
      <Input
        type="search"
        aria-label={m.products_search()}
        placeholder={m.products_search()}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className="grid divide-y divide-line">
        {shown.map((offer) => (
          <OfferRow
            key={offer.id}
            offer={offer}
            quantity={quantities[offer.id] ?? 0}
            onChange={(quantity) => onChange({ ...quantities, [offer.id]: quantity })}
          />
        ))}
      </ul>
      {shown.length === 0 && <p className="text-muted">{m.products_none_found()}</p>}
    </section>
  );
}

const most = 10_000;

type RowProps = {
  readonly offer: Offer;
  readonly quantity: number;
  readonly onChange: (quantity: number) => void;
};

function OfferRow({ offer: { name, unitAmount, stock }, quantity, onChange }: RowProps) {
  const { money } = useTenant();
  const set = (wanted: number) => onChange(Math.max(0, Math.min(most, wanted)));
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2">
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name}</p>
        <p className="text-small text-muted">
          {money(unitAmount)} ·{' '}
          <span className={quantity > stock ? 'text-danger' : ''}>{m.product_in_stock({ pieces: stock })}</span>
        </p>
      </div>
      <div className="flex items-center gap-1">
        <Button
          variant="outline"
          size="icon"
          aria-label={m.quantity_less({ name })}
          disabled={quantity === 0}
          onClick={() => set(quantity - 1)}
        >
          <Minus aria-hidden size={16} />
        </Button>
        <Input
          inputMode="numeric"
          aria-label={m.quantity_of({ name })}
          className="w-16 px-1 text-center"
          value={quantity === 0 ? '' : quantity}
          placeholder="0"
          onChange={(event) => set(Number(event.target.value.replaceAll(/\D/g, '')))}
        />
        <Button variant="outline" size="icon" aria-label={m.quantity_more({ name })} onClick={() => set(quantity + 1)}>
          <Plus aria-hidden size={16} />
        </Button>
      </div>
    </li>
  );
}
