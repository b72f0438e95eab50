import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { BusinessesPage } from '../../features/console/businesses-page.tsx';
import { MailsPage } from '../../features/console/mails/mails-page.tsx';
import { m } from '../../paraglide/messages.js';
import { queryClient } from '../../shared/api/query-client.ts';
import { Link } from '../../shared/navigation/link.tsx';
import { useAddress } from '../../shared/navigation/use-address.ts';
import { useTitle } from '../../shared/page/title.ts';
import { reloadWhenPersonChanges, signOut } from '../../shared/session/sign-out.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Splash } from '../../shared/ui/basics/splash.tsx';
import { Toasts } from '../../shared/ui/overlays/toasts.tsx';
import { urls } from '../../shared/urls.ts';
import { NotAnOperator } from './not-an-operator.tsx';
import { NothingHere } from './nothing-here.tsx';
import { useIsOperator } from './use-is-operator.ts';
import { visitAddress } from './visit/visit-address.ts';

const VisitGate = lazy(() => import('./visit/visit-gate.tsx'));

/** The operators' application. What it shows comes from the operators' callable, which judges each call itself. */
export default function ConsoleApp() {
  const operator = useIsOperator();
  useEffect(reloadWhenPersonChanges, []);
  useTitle('business', m.console_title());
  if (operator === undefined) return <Splash />;
  if (!operator) return <NotAnOperator />;
  return (
    <QueryClientProvider client={queryClient}>
      <Header />
      <Page />
      <Toasts />
    </QueryClientProvider>
  );
}

/** The list, or the pages of the business that the operator looks into; those come when they are opened. */
function Page() {
  const { path } = useAddress();
  const visit = visitAddress(path);
  if (visit) {
    return (
      <Suspense fallback={<Splash />}>
        <VisitGate key={visit.tenantId} tenantId={visit.tenantId} />
      </Suspense>
    );
  }
  const place = path.replace(/\/$/, '');
  const isList = place === urls.console();
  return (
    <main className="mx-auto max-w-6xl px-4 pt-6 pb-16 md:px-8">
      {isList && <BusinessesPage denied={<NotAnOperator />} />}
      {place === urls.consoleMails() && <MailsPage denied={<NotAnOperator />} />}
      {!isList && place !== urls.consoleMails() && <NothingHere />}
    </main>
  );
}

function Header() {
  const { email } = usePerson();
  return (
    <header className="border-b border-line bg-surface">
      <div className="mx-auto flex max-w-6xl items-center justify-between gap-4 px-4 py-1.5 md:px-8">
        <Link href={urls.console()} className="touch flex items-center font-semibold">
          {m.app_name()} <span className="ml-2 font-normal text-muted">{m.console_title()}</span>
        </Link>
        <div className="flex min-w-0 items-center gap-2">
          <Link href={urls.consoleMails()} className="touch inline-flex items-center px-2 text-muted hover:underline">
            {m.mails_nav()}
          </Link>
          <span className="truncate text-muted max-md:sr-only">{email}</span>
          <Button variant="quiet" onClick={() => signOut(urls.console())}>
            {m.console_sign_out()}
          </Button>
        </div>
      </div>
    </header>
  );
}
