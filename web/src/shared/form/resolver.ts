import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type * as z from 'zod/mini';

/** The issue's own code: a refinement says it in its message, a built-in check by its kind. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message;
  return issue.code === 'invalid_format' && issue.format === 'email' ? 'email' : issue.code;
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
