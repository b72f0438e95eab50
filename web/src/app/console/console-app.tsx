import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { BusinessesPage } from '../../features/console/businesses-page.tsx';
import { EventsPage } from '../../features/console/events/events-page.tsx';
import { MailsPage } from '../../features/console/mails/mails-page.tsx';
import { m } from '../../paraglide/messages.js';
import { queryClient } from '../../shared/api/query-client.ts';
import { useAddress } from '../../shared/navigation/use-address.ts';
import { useTitle } from '../../shared/page/title.ts';
import { reloadWhenPersonChanges } from '../../shared/session/sign-out.ts';
import { Splash } from '../../shared/ui/basics/splash.tsx';
import { Toasts } from '../../shared/ui/overlays/toasts.tsx';
import { urls } from '../../shared/urls.ts';
import { Header } from './header.tsx';
import { NotAnOperator } from './not-an-operator.tsx';
import { NothingHere } from './nothing-here.tsx';
import { useIsOperator } from './use-is-operator.ts';
import { visitAddress } from './visit/visit-address.ts';

/** The console's own pages by their address; each says what to show to whom it is denied. */
const pages: Readonly<Record<string, ComponentType<{ readonly denied: ReactNode }>>> = {
  [urls.console()]: BusinessesPage,
  [urls.consoleMails()]: MailsPage,
  [urls.consoleEvents()]: EventsPage,
};

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
  const Shown = pages[path.replace(/\/$/, '')];
  return (
    <main className="mx-auto max-w-6xl px-4 pt-6 pb-16 md:px-8">
      {Shown ? <Shown denied={<NotAnOperator />} /> : <NothingHere />}
    </main>
  );
}
