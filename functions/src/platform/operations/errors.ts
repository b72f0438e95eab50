import { type ErrorCode, codeOfReason, type ErrorDetails, type ErrorReason } from '@tenantry/model/errors';
import { type FunctionsErrorCode, HttpsError } from 'firebase-functions/v2/https';

/** A refusal that the caller is told: a reason of the closed list, words for the person, data for the interface. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(reason: ErrorReason, message: string, details: Omit<ErrorDetails, 'reason'> = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = codeOfReason[reason];
    this.details = { reason, ...details };
  }
}

/**
 * The one answer for "no such business", "not yours" and "no longer yours", and for a right that is missing:
 * the same bytes, so that nobody learns which it was.
 */
export function denied(): Refusal {
  return new Refusal(
    'denied',
    'You have no access to this. Ask an owner of the business, or sign in with another address.',
  );
}

const callableCodes = {
  unauthenticated: 'unauthenticated',
  'permission-denied': 'permission-denied',
  'invalid-argument': 'invalid-argument',
  'not-found': 'not-found',
  'already-exists': 'already-exists',
  'failed-precondition': 'failed-precondition',
  'resource-exhausted': 'resource-exhausted',
  aborted: 'aborted',
} as const satisfies Record<ErrorCode, FunctionsErrorCode>;

/** gRPC's ABORTED, DEADLINE_EXCEEDED and UNAVAILABLE: the transaction lost its race too often. */
const contentionCodes: ReadonlySet<unknown> = new Set([4, 10, 14]);

/** What a caller is answered for anything that was thrown; `undefined` when it is a fault of ours. */
export function refusalOf(thrown: unknown): Refusal | undefined {
  if (thrown instanceof Refusal) return thrown;
  if (thrown instanceof Error && 'code' in thrown && contentionCodes.has(thrown.code)) {
    return new Refusal('contention', 'Too many people changed this at once. Try again.');
  }
  return undefined;
}

/** The callable protocol's error for a refusal, or a bare `internal` without a word of the fault. */
export function toHttpsError(refusal: Refusal | undefined, requestId: string): HttpsError {
  if (!refusal) return new HttpsError('internal', `Something went wrong on our side (request ${requestId}).`);
  return new HttpsError(callableCodes[refusal.code], refusal.message, refusal.details);
}
