import { lazy, Suspense } from 'react';
import { m } from '../../paraglide/messages.js';
import { CenteredPage } from '../../shared/page/centered-page.tsx';
import { FinishSignIn } from '../../shared/sign-in/finish-sign-in.tsx';
import { isSignInLink } from '../../shared/sign-in/email-link.ts';
import { SignInGate } from '../../shared/sign-in/sign-in-gate.tsx';
import { Splash } from '../../shared/ui/basics/splash.tsx';
import { urls } from '../../shared/urls.ts';

/** Router, forms and Firestore wait for a person: the sign-in page loads without them. */
const WorkspaceApp = lazy(() => import('./workspace-app.tsx'));
// The bundler leaves a page out only where it can see the mode: `isLocal` from another module is too far away.
const Mailbox =
  import.meta.env.MODE === 'production' ? undefined : lazy(() => import('../../features/mailbox/mailbox-page.tsx'));

export function Entry() {
  const { pathname, href } = location;
  if (Mailbox && pathname === urls.mailbox()) {
    return (
      <Suspense fallback={<Splash />}>
        <Mailbox />
      </Suspense>
    );
  }
  if (pathname === '/sign-in/finish' || isSignInLink(href)) {
    return (
      <CenteredPage title={m.signin_title()}>
        <FinishSignIn />
      </CenteredPage>
    );
  }
  return (
    <SignInGate lead={pathname.startsWith('/invite/') ? m.invite_sign_in() : undefined}>
      <Suspense fallback={<Splash />}>
        <WorkspaceApp />
      </Suspense>
    </SignInGate>
  );
}
