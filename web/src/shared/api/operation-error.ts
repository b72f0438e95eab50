import type { ErrorCode, ErrorDetails, ErrorReason } from '@tenantry/model/errors';

/** What an operation can answer besides its result; `unavailable` when no answer came. */
export type OperationCode = ErrorCode | 'unavailable';

/** An operation that was refused or could not be reached. Its message is for logs; people read `errorText`. */
export class OperationError extends Error {
  readonly code: OperationCode;
  readonly details: Partial<ErrorDetails>;

  constructor(code: OperationCode, details: Partial<ErrorDetails> = {}) {
    super(`${code}${details.reason ? ` (${details.reason})` : ''}`);
    this.name = 'OperationError';
    this.code = code;
    this.details = details;
  }

  get reason(): ErrorReason | undefined {
    return this.details.reason;
  }
}

/** Whether an error is an operation's refusal for this reason. */
export function isRefusal(error: unknown, reason: ErrorReason): error is OperationError {
  return error instanceof OperationError && error.reason === reason;
}
