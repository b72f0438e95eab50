import { type ReactNode, useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { issueText } from './issue-texts.ts';

export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
};

/** What a control needs to belong to its label, its hint and its error. */
export type ControlIds = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
};

type Props = FieldProps & { readonly children: (ids: ControlIds) => ReactNode };

/** Label above, control, error beside it in plain words, hint. */
export function Field({ name, label, hint, children }: Props) {
  const id = useId();
  const { getFieldState, formState } = useFormContext();
  const { error } = getFieldState(name, formState);
  const describedBy = [error && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children({ id, 'aria-invalid': Boolean(error), 'aria-describedby': describedBy || undefined })}
      {error && (
        <p id={`${id}-problem`} role="alert" className="text-small text-danger">
          {issueText(error.type)}
        </p>
      )}
      {hint && (
        <div id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </div>
      )}
    </div>
  );
}
