/** The closed list of codes that an operation can answer with; the wrapper maps each to an `HttpsError`. */
export const errorCodes = [
  'unauthenticated',
  'permission-denied',
  'invalid-argument',
  'not-found',
  'already-exists',
  'failed-precondition',
  'resource-exhausted',
  'aborted',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The closed list of reasons, in `details.reason`, from which the interface makes its words. */
export const errorReasons = [
  /** The sign-in is missing, revoked, or its e-mail is not verified. */
  'sign-in',
  'email-unverified',
  'app-check',
  /** No right to it; the same for what does not exist and what is not yours. */
  'denied',
  /** The input does not have the shape; `details.issues` names the fields. */
  'input',
  'unknown-operation',
  'missing',
  'slug-taken',
  'slug-reserved',
  'sku-taken',
  'already-member',
  'already-invited',
  /** The plan lacks the feature, or its limit is reached; `details.limit` and `details.plan` say which. */
  'plan-feature',
  'plan-limit',
  /** Too many calls; `details.retryAfterSeconds` says when to try again. */
  'rate',
  /** The tenant's or the thing's state forbids it; `details.status` names the state. */
  'state',
  /** Not enough in stock; `details.lines` names each short line and what is left. */
  'stock',
  /** Prices differ from what the person saw; `details.total` is the present total. */
  'price-changed',
  'idempotency-key-reused',
  'recent-login',
  'last-owner',
  'invite-email',
  'invite-expired',
  'invite-used',
  'invite-revoked',
  'currency-fixed',
  /** A role's key that was deleted a moment ago: tokens that name it may still be about. */
  'role-retired',
  'role-taken',
  'contention',
] as const;
export type ErrorReason = (typeof errorReasons)[number];

/** The code that goes with a reason: a reason has one code, so that nobody has to choose it twice. */
export const codeOfReason = {
  'sign-in': 'unauthenticated',
  'email-unverified': 'permission-denied',
  'app-check': 'unauthenticated',
  denied: 'permission-denied',
  input: 'invalid-argument',
  'unknown-operation': 'not-found',
  missing: 'not-found',
  'slug-taken': 'already-exists',
  'slug-reserved': 'invalid-argument',
  'sku-taken': 'already-exists',
  'already-member': 'already-exists',
  'already-invited': 'already-exists',
  'role-taken': 'already-exists',
  'plan-feature': 'failed-precondition',
  'plan-limit': 'resource-exhausted',
  rate: 'resource-exhausted',
  state: 'failed-precondition',
  stock: 'failed-precondition',
  'price-changed': 'failed-precondition',
  'idempotency-key-reused': 'failed-precondition',
  'recent-login': 'failed-precondition',
  'last-owner': 'failed-precondition',
  'invite-email': 'permission-denied',
  'invite-expired': 'failed-precondition',
  'invite-used': 'failed-precondition',
  'invite-revoked': 'failed-precondition',
  'currency-fixed': 'failed-precondition',
  'role-retired': 'failed-precondition',
  contention: 'aborted',
} as const satisfies Record<ErrorReason, ErrorCode>;

/** One field that was refused: where it is in the input, and a code of `issueCodes`. */
export type FieldIssue = { readonly path: string; readonly code: string; readonly message: string };

/** A line of an order that can't be served: what was asked for and what is left. */
export type ShortLine = {
  readonly productId: string;
  readonly name: string;
  readonly requested: number;
  readonly available: number;
};

/** What `details` of an error holds. Only `reason` is always there. */
export type ErrorDetails = {
  readonly reason: ErrorReason;
  readonly issues?: readonly FieldIssue[];
  readonly lines?: readonly ShortLine[];
  readonly total?: number;
  readonly status?: string;
  readonly limit?: number;
  readonly plan?: string;
  readonly retryAfterSeconds?: number;
};
