import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { fromTyped, toTyped } from '../format/money.ts';
import { Input } from '../ui/basics/input.tsx';
import { Field, type FieldProps } from './field.tsx';

type Props = FieldProps & { readonly currency: string };

/** Money typed as people write it, kept as minor units of the currency. */
export function MoneyField({ name, label, hint, currency }: Props) {
  return (
    <Controller
      name={name}
      render={({ field: { value, onChange, onBlur, ref } }) => (
        <Field name={name} label={`${label} (${currency})`} hint={hint}>
          {(ids) => (
            <MoneyInput
              {...ids}
              ref={ref}
              name={name}
              currency={currency}
              amount={typeof value === 'number' ? value : undefined}
              onBlur={onBlur}
              onAmount={onChange}
            />
          )}
        </Field>
      )}
    />
  );
}

type InputProps = Omit<React.ComponentProps<typeof Input>, 'value' | 'onChange'> & {
  readonly currency: string;
  readonly amount: number | undefined;
  readonly onAmount: (amount: number | undefined) => void;
};

/** Keeps the text as it was typed, and follows the amount only when it changes from outside. */
function MoneyInput({ currency, amount, onAmount, ...rest }: InputProps) {
  const [typed, setTyped] = useState(amount === undefined ? '' : toTyped(amount, currency));
  if (amount !== undefined && amount !== fromTyped(typed, currency)) setTyped(toTyped(amount, currency));
  return (
    <Input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onAmount(fromTyped(event.target.value, currency));
      }}
    />
  );
}
