import { lazy, Suspense, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { environment } from '../../../shared/config/environment.ts';
import { auth } from '../../../shared/firebase/auth.ts';
import { SignInAgain } from '../../../shared/session/sign-in-again.tsx';
import { CodeForm } from '../../../shared/sign-in/second-factor/code-form.tsx';
import type { CodeOutcome } from '../../../shared/sign-in/second-factor/code-outcome.ts';
import { codeTexts } from '../../../shared/sign-in/second-factor/code-texts.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import {
  authenticatorsOf,
  confirmAuthenticator,
  type Offer,
  offerAuthenticator,
  removeAuthenticator,
} from './enrol.ts';

const QrCode = lazy(() => import('../../../shared/ui/basics/qr-code.tsx'));

type Problem = Exclude<CodeOutcome, 'done'>;

/**
 * An authenticator as the second step of every sign-in, where the platform has it (`VITE_SECOND_FACTOR=totp`). Who has one
 * can take it away wherever they are.
 */
export function SecondFactorCard() {
  const [offer, setOffer] = useState<Offer>();
  const [problem, setProblem] = useState<Problem>();
  const user = auth.currentUser;
  const [present, setPresent] = useState(() => (user ? authenticatorsOf(user) : []));
  if (!user || (!environment.secondFactor && present.length === 0)) return null;

  const tell = (outcome: CodeOutcome): void => setProblem(outcome === 'done' ? undefined : outcome);

  async function begin(): Promise<void> {
    const made = user && (await offerAuthenticator(user));
    if (typeof made === 'string') return tell(made);
    setProblem(undefined);
    setOffer(made ?? undefined);
  }

  async function remove(): Promise<void> {
    for (const each of present) {
      const outcome = user ? await removeAuthenticator(user, each) : 'too-late';
      if (outcome !== 'done') return tell(outcome);
    }
    setProblem(undefined);
    setPresent([]);
  }

  return (
    <Card className="grid gap-3">
      <h2 className="text-lead font-semibold">{m.profile_factor_title()}</h2>
      <p className="text-muted">{present.length > 0 ? m.profile_factor_present() : m.profile_factor_text()}</p>
      {problem && (
        <Notice tone="danger" title={m.error_title()} action={problem === 'recent-login' ? <SignInAgain /> : undefined}>
          {codeTexts[problem]()}
        </Notice>
      )}
      {offer && (
        <>
          <p className="text-muted">{m.profile_factor_scan()}</p>
          <Suspense>
            <QrCode text={offer.address} label={m.profile_factor_code_label()} />
          </Suspense>
          <p>
            {m.profile_factor_key()} <code className="break-all">{offer.key}</code>
          </p>
          <CodeForm
            action={m.profile_factor_confirm()}
            onCode={async (code) => {
              const outcome = await confirmAuthenticator(user, offer, code);
              if (outcome === 'done') {
                setOffer(undefined);
                setPresent(authenticatorsOf(user));
              }
              return outcome;
            }}
          />
        </>
      )}
      {!offer && (
        <div>
          {present.length > 0 ? (
            <Button variant="outline" onClick={remove}>
              {m.profile_factor_remove()}
            </Button>
          ) : (
            <Button variant="outline" onClick={begin}>
              {m.profile_factor_begin()}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
