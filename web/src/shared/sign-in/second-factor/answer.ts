import { getMultiFactorResolver, TotpMultiFactorGenerator } from 'firebase/auth';
import { auth } from '../../firebase/auth.ts';
import type { SecondFactorAsked } from './asked.ts';
import { type CodeOutcome, codeOutcomeOf } from './code-outcome.ts';

/** Signs in with the code that an authenticator shows now: `done`, and the session follows. */
export async function answerSecondFactor({ error }: SecondFactorAsked, code: string): Promise<CodeOutcome> {
  const resolver = getMultiFactorResolver(auth, error);
  const authenticator = resolver.hints.find(({ factorId }) => factorId === TotpMultiFactorGenerator.FACTOR_ID);
  if (!authenticator) return 'other-kind';
  return codeOutcomeOf(resolver.resolveSignIn(TotpMultiFactorGenerator.assertionForSignIn(authenticator.uid, code)));
}
