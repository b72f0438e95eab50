import { errorCode } from '../../firebase/error-code.ts';

/**
 * What became of a code. `too-late`: what it was for has run out, and begins anew; `other-kind`: the person has a second
 * factor that is none of ours.
 */
export type CodeOutcome =
  'done' | 'wrong-code' | 'too-late' | 'recent-login' | 'other-kind' | 'too-many' | 'unreachable';

const outcomes: Record<string, CodeOutcome> = {
  'auth/invalid-verification-code': 'wrong-code',
  'auth/missing-code': 'wrong-code',
  'auth/code-expired': 'too-late',
  'auth/invalid-multi-factor-session': 'too-late',
  'auth/missing-multi-factor-session': 'too-late',
  'auth/user-token-expired': 'too-late',
  'auth/requires-recent-login': 'recent-login',
  'auth/too-many-requests': 'too-many',
  'auth/quota-exceeded': 'too-many',
};

/** Runs what asks Authentication about a code, and tells in our words how it ended. */
export async function codeOutcomeOf(asked: Promise<unknown>): Promise<CodeOutcome> {
  try {
    await asked;
    return 'done';
  } catch (error) {
    return outcomes[errorCode(error)] ?? 'unreachable';
  }
}
