import { useEffect, useState } from 'react';
import { refreshBusinesses } from '../../../features/console/use-businesses.ts';
import { m } from '../../../paraglide/messages.js';
import { callOperator } from '../../../shared/api/call.ts';
import { errorText } from '../../../shared/api/error-texts.ts';
import { queryClient } from '../../../shared/api/query-client.ts';
import { navigate } from '../../../shared/navigation/address.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Mark } from '../../../shared/ui/basics/mark.tsx';
import { toastDone, toastFailed } from '../../../shared/ui/overlays/toast-store.ts';
import { urls } from '../../../shared/urls.ts';
import { remainingText } from './remaining.ts';
import type { Door } from './use-visit.ts';

/** In which business one is, that one only looks, when it ends, and the way out: always in view. */
export function VisitBanner({ door }: { readonly door: Door }) {
  const { tenantId, profile } = useTenant();

  async function leave(): Promise<void> {
    await callOperator('leaveTenant', { tenantId });
    navigate(urls.consoleOpenDoors());
    queryClient.removeQueries({ queryKey: ['visit', tenantId] });
    toastDone(m.visit_left({ name: profile.name }));
    await refreshBusinesses();
  }

  return (
    <section aria-label={m.visit_banner()} className="bg-warn-soft">
      <div className="mx-auto flex max-w-6xl items-center gap-3 px-4 py-2 md:px-8">
        <Mark name={profile.name} />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">{profile.name}</p>
          <p className="text-small">
            {m.visit_as_support()} <Remaining until={Date.parse(door.until)} />
          </p>
        </div>
        <Button variant="outline" onClick={() => leave().catch((error: unknown) => toastFailed(errorText(error)))}>
          {m.visit_leave()}
        </Button>
      </div>
    </section>
  );
}

const tickMilliseconds = 1_000;

/** The countdown, in words; not announced each time it changes. */
function Remaining({ until }: { readonly until: number }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return <span role="timer">{m.visit_ends_in({ remaining: remainingText(until - now) })}</span>;
}
