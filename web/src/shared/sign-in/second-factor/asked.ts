import type { MultiFactorError } from 'firebase/auth';
import { errorCode } from '../../firebase/error-code.ts';

/** A sign-in that was right, and that waits for the second factor of its person. */
export class SecondFactorAsked {
  readonly error: MultiFactorError;

  constructor(error: MultiFactorError) {
    this.error = error;
  }
}

/** What a sign-in failed with, if it is that it waits for a second factor. */
export function asksForSecondFactor(error: unknown): SecondFactorAsked | undefined {
  const asked = errorCode(error) === 'auth/multi-factor-auth-required';
  return asked ? new SecondFactorAsked(error as MultiFactorError) : undefined;
}
