import { useState } from 'react';
import { type DefaultValues, type FieldPath, type FieldValues, useForm, type UseFormReturn } from 'react-hook-form';
import type { ErrorReason } from '@tenantry/model/errors';
import type * as z from 'zod/mini';
import { errorText } from '../api/error-texts.ts';
import { OperationError } from '../api/operation-error.ts';
import { schemaResolver } from './resolver.ts';

type Options<Input extends FieldValues, Output> = {
  readonly schema: z.ZodMiniType<Output, Input>;
  readonly defaults: DefaultValues<Input>;
  /** What is stored, as it changes: fields that nobody touched follow it. */
  readonly stored?: Input;
  /** Does it. What it throws is shown: field issues beside their fields, the rest above the button. */
  readonly submit: (values: Output) => Promise<unknown>;
  /** Fields on which a refusal lands that names none, such as a taken address. */
  readonly fieldOf?: Partial<Record<ErrorReason, FieldPath<Input>>>;
};

export type OperationForm<Input extends FieldValues, Output> = {
  readonly form: UseFormReturn<Input, unknown, Output>;
  readonly onSubmit: (event?: React.BaseSyntheticEvent) => Promise<void>;
  /** Why it was refused, when no field can say it. */
  readonly problem: string | undefined;
  readonly busy: boolean;
  /** Forgets what was typed: back to the beginning, or to what is now stored. */
  readonly reset: (stored?: Input) => void;
};

/** A form whose submission is an operation: submitted once at a time, and nothing typed is lost when it fails. */
export function useOperationForm<Input extends FieldValues, Output>({
  schema,
  defaults,
  stored,
  submit,
  fieldOf = {},
}: Options<Input, Output>): OperationForm<Input, Output> {
  const form = useForm<Input, unknown, Output>({
    resolver: schemaResolver(schema),
    defaultValues: defaults,
    values: stored,
    resetOptions: { keepDirtyValues: true },
  });
  const [problem, setProblem] = useState<string>();
  const busy = form.formState.isSubmitting;

  function refused(error: unknown): void {
    const issues = issuesOf(error, fieldOf).filter(({ path }) => path in form.getValues());
    for (const { path, code } of issues) form.setError(path, { type: code });
    if (issues[0]) form.setFocus(issues[0].path);
    else setProblem(errorText(error));
  }

  async function run(values: Output): Promise<void> {
    setProblem(undefined);
    await submit(values).catch(refused);
  }

  async function onSubmit(event?: React.BaseSyntheticEvent): Promise<void> {
    if (busy) event?.preventDefault();
    else await form.handleSubmit(run)(event);
  }

  // The form's own options, which keep what was typed when others change what is stored, would hold here too.
  const reset = (values?: Input): void => form.reset(values, { keepDirtyValues: false });

  return { form, onSubmit, problem, busy, reset };
}

function issuesOf<Input extends FieldValues>(
  error: unknown,
  fieldOf: Partial<Record<ErrorReason, FieldPath<Input>>>,
): { path: FieldPath<Input>; code: string }[] {
  if (!(error instanceof OperationError)) return [];
  const { issues = [], reason } = error.details;
  const field = reason && fieldOf[reason];
  if (field) return [{ path: field, code: issues[0]?.code ?? reason }];
  return issues.map(({ path, code }) => ({ path: path as FieldPath<Input>, code }));
}
