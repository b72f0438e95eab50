import { Minus, Plus } from 'lucide-react';
import { m } from '../../../paraglide/messages.js';
import { Button } from '../../../shared/ui/basics/button.tsx';

type Props = {
  readonly name: string;
  readonly quantity: number;
  /** No more than this can be had. */
  readonly most: number;
  readonly onChange: (quantity: number) => void;
};

/** How many: one more, one less, or a number typed. None takes it out. */
export function QuantityStepper({ name, quantity, most, onChange }: Props) {
  return (
    <fieldset className="flex items-center rounded-lg bg-surface inset-ring inset-ring-line-strong/60">
      <legend className="sr-only">{m.portal_quantity_of({ name })}</legend>
      <Button
        variant="quiet"
        size="icon"
        aria-label={m.portal_fewer_of({ name })}
        onClick={() => onChange(quantity - 1)}
      >
        <Minus aria-hidden size={16} />
      </Button>
      <input
        // Another number from elsewhere, such as another tab, comes in as it is; typing is judged when it is done.
        key={quantity}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={m.portal_quantity_of({ name })}
        className="touch w-10 bg-transparent text-center font-medium max-md:text-[1rem]"
        defaultValue={quantity}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        onBlur={(event) => {
          const typed = /^\d{1,6}$/.test(event.target.value.trim()) ? Number(event.target.value) : quantity;
          const next = Math.min(typed, most);
          event.target.value = String(next);
          if (next !== quantity) onChange(next);
        }}
      />
      <Button
        variant="quiet"
        size="icon"
        disabled={quantity >= most}
        aria-label={m.portal_more_of({ name })}
        onClick={() => onChange(quantity + 1)}
      >
        <Plus aria-hidden size={16} />
      </Button>
    </fieldset>
  );
}
