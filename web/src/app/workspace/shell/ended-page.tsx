import { useNavigate } from '@tanstack/react-router';
import { useLayoutEffect } from 'react';
import { m } from '../../../paraglide/messages.js';
import { CenteredPage } from '../../../shared/page/centered-page.tsx';
import { Splash } from '../../../shared/ui/basics/splash.tsx';
import { ForeignPage, OtherBusinesses } from './gate-pages.tsx';

/** The name of the business that was lost: it is in the one sentence that says so, and nowhere that outlives the page. */
let lost: string | undefined;

/** Leaves the pages of a business that is no longer the person's: with them goes all that was read, and the address. */
export function LetGo({ name }: { readonly name: string }) {
  const navigate = useNavigate();
  useLayoutEffect(() => {
    lost = name;
    void navigate({ to: '/ended', replace: true });
  }, [name, navigate]);
  return <Splash />;
}

/** The membership ended while the page was open. */
export function EndedPage() {
  if (lost === undefined) return <ForeignPage />;
  return (
    <CenteredPage title={m.gate_revoked_title({ name: lost })} tab={m.gate_foreign_title()}>
      <p role="alert" className="text-muted">
        {m.gate_revoked_text()}
      </p>
      <OtherBusinesses />
    </CenteredPage>
  );
}
