import { lazy, Suspense, useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { isLocal } from '../config/environment.ts';
import { Button } from '../ui/basics/button.tsx';
import { Notice } from '../ui/basics/notice.tsx';
import { EmailForm } from './email-form.tsx';
import { signInWithGoogle } from './google.ts';
import { linkTexts } from './link-texts.ts';
import { sendLink } from './email-link.ts';
import type { SecondFactorAsked } from './second-factor/asked.ts';

const SecondFactorForm = lazy(() => import('./second-factor/second-factor-form.tsx'));

// The bundler leaves a page out only where it can see the mode: `isLocal` from another module is too far away.
const DemoChooser = import.meta.env.MODE === 'production' ? undefined : lazy(() => import('./demo-chooser.tsx'));

type Props = {
  /** Where the person wanted to go; the link in the mail leads there. */
  readonly next: string;
  /** Said above the form when somebody was sent here, for example by an invitation. */
  readonly lead?: string;
};

/** The ways in: a link by e-mail, Google, and on a local stack the demo people. */
export function SignInPanel({ next, lead }: Props) {
  const [sentTo, setSentTo] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState<SecondFactorAsked>();

  async function send(email: string): Promise<void> {
    setProblem(undefined);
    const outcome = await sendLink(email, next);
    if (outcome === 'done') setSentTo(email);
    else setProblem(outcome === 'other-email' ? m.signin_email_invalid() : linkTexts[outcome]());
  }

  async function google(): Promise<void> {
    setProblem(undefined);
    const outcome = await signInWithGoogle().catch(() => setProblem(m.signin_google_failed()));
    if (typeof outcome === 'object') setAsked(outcome);
  }

  if (asked) {
    const leave = () => setAsked(undefined);
    return (
      <Suspense>
        <SecondFactorForm asked={asked} onDone={leave} onBack={leave} />
      </Suspense>
    );
  }
  if (sentTo) {
    return (
      <div className="grid gap-4">
        <Notice title={m.signin_sent_title()}>{m.signin_sent_text({ email: sentTo })}</Notice>
        {isLocal && (
          <a className="link" href="/mailbox" target="_blank" rel="noreferrer">
            {m.local_open_mailbox()}
          </a>
        )}
        <Button variant="quiet" onClick={() => setSentTo(undefined)}>
          {m.signin_other_email()}
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-4">
      {lead && <p className="text-muted">{lead}</p>}
      <EmailForm action={m.signin_send()} onEmail={send} />
      {problem && (
        <Notice tone="danger" title={m.error_title()}>
          {problem}
        </Notice>
      )}
      {DemoChooser ? (
        <Suspense>
          <DemoChooser />
        </Suspense>
      ) : (
        <Button variant="outline" onClick={google}>
          {m.signin_google()}
        </Button>
      )}
    </div>
  );
}
