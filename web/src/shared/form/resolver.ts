import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type * as z from 'zod/mini';

/** The same short codes that the server gives: a refinement's own, or zod's with its kind. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_type') return 'required';
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'email';
  if (issue.code === 'too_small' && issue.origin === 'string') return 'required';
  if (issue.code === 'too_big' && issue.origin === 'string') return 'too-long';
  return issue.code.replaceAll('_', '-');
}

/**
 * Judges a form by a model's schema. Errors carry codes, not words: `issueText` makes the words where they are shown.
 * `values` are what the schema puts out: trimmed, defaults filled.
 */
export function schemaResolver<Input extends FieldValues, Output>(
  schema: z.ZodMiniType<Output, Input>,
): Resolver<Input, unknown, Output> {
  return (values) => {
    const result = schema.safeParse(values);
    if (result.success) return { values: result.data as never, errors: {} };
    const errors: Record<string, { type: string }> = {};
    for (const issue of result.error.issues) errors[issue.path.map(String).join('.')] ??= { type: codeOf(issue) };
    return { values: {}, errors: errors as FieldErrors<Input> };
  };
}
