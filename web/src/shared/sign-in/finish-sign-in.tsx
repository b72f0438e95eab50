import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Notice } from '../ui/basics/notice.tsx';
import { Splash } from '../ui/basics/splash.tsx';
import { ownPath } from '../urls.ts';
import { EmailForm } from './email-form.tsx';
import { finishWithLink, isSignInLink, type LinkOutcome, rememberedEmail } from './email-link.ts';
import { linkTexts } from './link-texts.ts';
import type { SecondFactorAsked } from './second-factor/asked.ts';
import { SignInPanel } from './sign-in-panel.tsx';

const SecondFactorForm = lazy(() => import('./second-factor/second-factor-form.tsx'));

/** The page behind the link in the mail: signs in, asks for the address on another device, or offers a new link. */
export function FinishSignIn() {
  const next = ownPath(new URLSearchParams(location.search).get('next'));
  const [email] = useState(rememberedEmail);
  const [outcome, setOutcome] = useState<LinkOutcome | undefined>(isSignInLink(location.href) ? undefined : 'spent');
  const [asked, setAsked] = useState<SecondFactorAsked>();
  const begun = useRef(false);

  async function finish(address: string): Promise<void> {
    const result = await finishWithLink(location.href, address);
    if (typeof result === 'object') setAsked(result);
    else if (result === 'done') location.replace(next);
    else setOutcome(result);
  }

  useEffect(() => {
    // A link works once: React's second mount must not spend it again.
    if (!email || outcome || begun.current) return;
    begun.current = true;
    void finish(email);
  });

  if (asked) {
    return (
      <Suspense fallback={<Splash />}>
        <SecondFactorForm asked={asked} onDone={() => location.replace(next)} onBack={() => location.replace(next)} />
      </Suspense>
    );
  }
  if (outcome === 'spent' || outcome === 'disabled') {
    return (
      <div className="grid gap-6">
        <Notice tone="danger" title={m.signin_link_failed_title()}>
          {linkTexts[outcome]()}
        </Notice>
        <SignInPanel next={next} lead={m.signin_link_new()} />
      </div>
    );
  }
  if (email && !outcome) return <Splash />;
  return (
    <div className="grid gap-6">
      {outcome && outcome !== 'done' && (
        <Notice tone="danger" title={m.signin_link_failed_title()}>
          {linkTexts[outcome]()}
        </Notice>
      )}
      <p className="text-muted">{m.signin_confirm_email()}</p>
      <EmailForm action={m.signin_continue()} onEmail={finish} />
    </div>
  );
}
