import type { ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import { CenteredPage } from '../page/centered-page.tsx';
import { useSession } from '../session/use-session.ts';
import { Splash } from '../ui/basics/splash.tsx';
import { SignInPanel } from './sign-in-panel.tsx';

type Props = {
  /** Above the title, such as a shop's mark. */
  readonly mark?: ReactNode;
  readonly title?: string;
  readonly lead?: string;
  readonly children: ReactNode;
};

/** Shows its children to whoever is signed in; everybody else signs in first and comes back to this very address. */
export function SignInGate({ mark, title = m.signin_title(), lead, children }: Props) {
  const { state } = useSession();
  if (state === 'starting') return <Splash />;
  if (state === 'signed-in') return children;
  return (
    <CenteredPage title={title} mark={mark}>
      <SignInPanel next={location.pathname + location.search} lead={lead} />
    </CenteredPage>
  );
}
