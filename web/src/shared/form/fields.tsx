import type { ComponentProps, ReactNode } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { Input, Select, Textarea } from '../ui/basics/input.tsx';
import { Switch } from '../ui/basics/switch.tsx';
import { Field, type FieldProps } from './field.tsx';

type Own = 'name' | 'id';

export function TextField({ name, label, hint, ...rest }: FieldProps & Omit<ComponentProps<typeof Input>, Own>) {
  const { register } = useFormContext();
  return (
    <Field name={name} label={label} hint={hint}>
      {(ids) => <Input {...rest} {...ids} {...register(name)} />}
    </Field>
  );
}

export function TextareaField({ name, label, hint, ...rest }: FieldProps & Omit<ComponentProps<typeof Textarea>, Own>) {
  const { register } = useFormContext();
  return (
    <Field name={name} label={label} hint={hint}>
      {(ids) => <Textarea {...rest} {...ids} {...register(name)} />}
    </Field>
  );
}

type Option = { readonly value: string; readonly label: string };

export function SelectField({
  name,
  label,
  hint,
  options,
  ...rest
}: FieldProps & { readonly options: readonly Option[] } & Omit<ComponentProps<typeof Select>, Own>) {
  const { register } = useFormContext();
  return (
    <Field name={name} label={label} hint={hint}>
      {(ids) => (
        <Select {...rest} {...ids} {...register(name)}>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** On or off, with its words beside it. */
export function SwitchField({ name, label, hint }: FieldProps & { readonly hint?: ReactNode }) {
  return (
    <Controller
      name={name}
      render={({ field: { value, onChange } }) => (
        <Field name={name} label={label} hint={hint}>
          {(ids) => <Switch {...ids} checked={Boolean(value)} onCheckedChange={(checked) => onChange(checked)} />}
        </Field>
      )}
    />
  );
}
