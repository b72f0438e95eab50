import type { ReactNode } from 'react';
import { type FieldValues, FormProvider } from 'react-hook-form';
import { m } from '../../paraglide/messages.js';
import { Notice } from '../ui/basics/notice.tsx';
import { cn } from '../ui/cn.ts';
import type { OperationForm } from './use-operation-form.ts';

type Props<Input extends FieldValues, Output> = {
  readonly of: OperationForm<Input, Output>;
  readonly children: ReactNode;
  /** What was typed stays to be read and copied; it cannot be sent now. */
  readonly disabled?: boolean;
  readonly className?: string;
};

/** The element around fields; a refusal that belongs to no field stands at its end, before the buttons are tried again. */
export function Form<Input extends FieldValues, Output>({ of, children, disabled, className }: Props<Input, Output>) {
  return (
    <FormProvider {...of.form}>
      <form noValidate onSubmit={of.onSubmit} className={cn('grid gap-5', className)}>
        {of.problem && (
          <Notice tone="danger" title={m.error_title()}>
            {of.problem}
          </Notice>
        )}
        <fieldset disabled={disabled} className="contents">
          {children}
        </fieldset>
      </form>
    </FormProvider>
  );
}
