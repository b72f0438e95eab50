import { codeOfReason, errorCodes, type ErrorCode, type ErrorDetails, errorReasons } from '@tenantry/model/errors';
import * as z from 'zod/mini';
import type { Reply } from '../send.ts';

/** How the callable protocol tells each code by HTTP. */
const statusOfCode = {
  unauthenticated: 401,
  'permission-denied': 403,
  'invalid-argument': 400,
  'not-found': 404,
  'already-exists': 409,
  'failed-precondition': 400,
  'resource-exhausted': 429,
  aborted: 409,
} as const satisfies Record<ErrorCode, number>;

const issue = z.strictObject({ path: z.string(), code: z.string(), message: z.string() });
const line = z.strictObject({ productId: z.string(), name: z.string(), requested: z.int(), available: z.int() });

/** What `details` may hold, and nothing beside it. A new field of the type fails to compile until it is here. */
const details = z.strictObject({
  reason: z.enum(errorReasons),
  issues: z.optional(z.array(issue)),
  lines: z.optional(z.array(line)),
  total: z.optional(z.int()),
  status: z.optional(z.string()),
  limit: z.optional(z.int()),
  plan: z.optional(z.string()),
  retryAfterSeconds: z.optional(z.int()),
} satisfies Record<keyof ErrorDetails, unknown>);

/** Traces of a stack, a path of a machine, or a fault's own words. */
const innards = /\n\s+at |node_modules|index\.cjs|\/functions\/|TypeError|RangeError|ReferenceError|INTERNAL|internal/;
/** Answers are no larger than what a form could show. */
const longest = 60_000;

/** What is wrong with an answer as such, whatever was asked; nothing when it is one of the closed list. */
export function faultsOf(reply: Reply, output: z.ZodMiniType): string[] {
  const { status, text, code, reason, result } = reply;
  const faults: string[] = [];
  if (text.length > longest) faults.push(`an answer of ${text.length} characters`);
  if (reason === 'ok') {
    if (!output.safeParse(result).success) faults.push('a result that the model does not know');
    return faults;
  }
  if (innards.test(text)) faults.push('innards in the answer');
  const known = errorCodes.find((each) => each === code);
  if (known === undefined) return [...faults, `the code ${code || status}`];
  if (statusOfCode[known] !== status) faults.push(`the status ${status} for ${known}`);
  const parsed = details.safeParse(reply.details);
  if (!parsed.success) faults.push('details that are not of the closed shape');
  else if (codeOfReason[parsed.data.reason] !== known) faults.push(`${known} for ${reason}`);
  return faults;
}
