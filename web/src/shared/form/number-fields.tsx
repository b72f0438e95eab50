import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { fromTyped, toTyped } from '../format/money.ts';
import { Input } from '../ui/basics/input.tsx';
import { Field, type FieldProps } from './field.tsx';

type Reading = {
  /** The number that was typed, or `undefined` when it is none. */
  readonly parse: (typed: string) => number | undefined;
  readonly format: (value: number) => string;
};

const wholeNumber: Reading = {
  parse: (typed) => (/^[+-]?\d{1,15}$/.test(typed.trim()) ? Number(typed) : undefined),
  format: String,
};

/** A whole number; an empty field is no number. */
export function NumberField({ signed = false, ...rest }: FieldProps & { readonly signed?: boolean }) {
  // A phone's pad of digits has no minus.
  return <ReadField {...rest} reading={wholeNumber} inputMode={signed ? 'text' : 'numeric'} />;
}

/** Money typed as people write it, kept as minor units of the currency. */
export function MoneyField({ label, currency, ...rest }: FieldProps & { readonly currency: string }) {
  const reading = {
    parse: (typed: string) => fromTyped(typed, currency),
    format: (amount: number) => toTyped(amount, currency),
  };
  return <ReadField {...rest} label={`${label} (${currency})`} reading={reading} inputMode="decimal" />;
}

type ReadProps = FieldProps & { readonly reading: Reading; readonly inputMode: 'numeric' | 'decimal' | 'text' };

function ReadField({ name, label, hint, reading, inputMode }: ReadProps) {
  return (
    <Controller
      name={name}
      render={({ field: { value, onChange, onBlur, ref } }) => (
        <Field name={name} label={label} hint={hint}>
          {(ids) => (
            <ReadInput
              {...ids}
              ref={ref}
              name={name}
              inputMode={inputMode}
              reading={reading}
              value={typeof value === 'number' ? value : undefined}
              onBlur={onBlur}
              onValue={onChange}
            />
          )}
        </Field>
      )}
    />
  );
}

type InputProps = Omit<React.ComponentProps<typeof Input>, 'value' | 'onChange'> & {
  readonly reading: Reading;
  readonly value: number | undefined;
  readonly onValue: (value: number | undefined) => void;
};

/** Keeps the text as it was typed, and follows the number only when it changes from outside. */
function ReadInput({ reading: { parse, format }, value, onValue, ...rest }: InputProps) {
  const written = value === undefined ? '' : format(value);
  const [typed, setTyped] = useState(written);
  if (parse(typed) !== value) setTyped(written);
  return (
    <Input
      {...rest}
      autoComplete="off"
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        onValue(parse(event.target.value));
      }}
    />
  );
}
