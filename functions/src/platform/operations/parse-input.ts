import type { FieldIssue } from '@tenantry/model/errors';
import type * as z from 'zod/mini';
import { Refusal } from './errors.ts';

type Issue = z.core.$ZodIssue;

/** A refusal names no more fields than a form has, and none longer than a name is: it is not to be larger than its call. */
const mostIssues = 100;
const longestPath = 200;

/** The input in its schema's shape. Throws `input` with an issue for each field that is not. */
export function parseInput<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  throw new Refusal('input', 'Some fields are missing or wrong. Correct them and try again.', {
    issues: parsed.error.issues.slice(0, mostIssues).flatMap(toFieldIssues).slice(0, mostIssues),
  });
}

function toFieldIssues(issue: Issue): FieldIssue[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key].join('.').slice(0, longestPath),
      code: 'unknown',
      message: 'There is no such field.',
    }));
  }
  return [{ path: path.join('.').slice(0, longestPath), code: codeOf(issue), message: words(issue) }];
}

/** A short code that the interface makes its words from: a refinement's own, or zod's with its kind. */
function codeOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return issue.input === undefined ? 'required' : 'type';
  if (issue.code === 'custom') return issue.message;
  return issue.code.replaceAll('_', '-');
}

function words(issue: Issue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'This is needed.' : `A ${issue.expected} is expected.`;
  if (issue.code === 'too_small') return `At least ${issue.minimum}${unit(issue.origin)}.`;
  if (issue.code === 'too_big') return `At most ${issue.maximum}${unit(issue.origin)}.`;
  return 'This is not of the right form.';
}

function unit(origin: string): string {
  return origin === 'string' ? ' characters' : '';
}
