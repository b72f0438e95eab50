import { multiFactor, TotpMultiFactorGenerator, type TotpSecret, type User } from 'firebase/auth';
import { type CodeOutcome, codeOutcomeOf } from '../../../shared/sign-in/second-factor/code-outcome.ts';

/** An authenticator that somebody has; its time is when it was added, as Authentication writes it. */
export type Authenticator = { readonly uid: string; readonly since: string };

/** What an authenticator has to be told once: by its camera, or typed. */
export type Offer = { readonly secret: TotpSecret; readonly key: string; readonly address: string };

/** The person's authenticators. */
export function authenticatorsOf(user: User): Authenticator[] {
  const factors = multiFactor(user).enrolledFactors.filter(
    ({ factorId }) => factorId === TotpMultiFactorGenerator.FACTOR_ID,
  );
  return factors.map(({ uid, enrollmentTime }) => ({ uid, since: enrollmentTime }));
}

/** A secret for a new authenticator, or why there is none. Nothing changes before `confirm`. */
export async function offerAuthenticator(user: User): Promise<Offer | Exclude<CodeOutcome, 'done'>> {
  let secret: TotpSecret | undefined;
  const outcome = await codeOutcomeOf(
    (async () => {
      secret = await TotpMultiFactorGenerator.generateSecret(await multiFactor(user).getSession());
    })(),
  );
  if (outcome !== 'done') return outcome;
  if (!secret) return 'unreachable';
  return { secret, key: secret.secretKey, address: secret.generateQrCodeUrl(user.email ?? '', 'Tenantry') };
}

/** Adds the authenticator that shows this code: from now on a sign-in asks for it. */
export function confirmAuthenticator(user: User, { secret }: Offer, code: string): Promise<CodeOutcome> {
  const assertion = TotpMultiFactorGenerator.assertionForEnrollment(secret, code);
  return codeOutcomeOf(multiFactor(user).enroll(assertion));
}

/** Takes an authenticator away. Authentication ends the other sign-ins with it. */
export function removeAuthenticator(user: User, { uid }: Authenticator): Promise<CodeOutcome> {
  return codeOutcomeOf(multiFactor(user).unenroll(uid));
}
