import type { ProfileDocument } from '@tenantry/model/documents/tenants';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { permissionsOf } from '@tenantry/model/roles';
import { useLayoutEffect, useState } from 'react';
import { refreshBusinesses } from '../../../features/console/use-businesses.ts';
import { endedVisit, type VisitEnd } from '../../../features/console/door/ended-visit.ts';
import { isRefusal } from '../../../shared/api/operation-error.ts';
import { dropListeners } from '../../../shared/live/listeners.ts';
import { documentSource } from '../../../shared/live/source.ts';
import { useLive } from '../../../shared/live/use-live.ts';
import { navigate } from '../../../shared/navigation/address.ts';
import { forgetLastEvent } from '../../../shared/page/forget-last-event.ts';
import { useTitle } from '../../../shared/page/title.ts';
import { useHue } from '../../../shared/page/use-hue.ts';
import { tenantOf, TenantProvider } from '../../../shared/tenant/tenant.ts';
import { usePersonLocale } from '../../../shared/tenant/use-user.ts';
import { Splash } from '../../../shared/ui/basics/splash.tsx';
import { ErrorState } from '../../../shared/ui/data/list-state.tsx';
import { urls } from '../../../shared/urls.ts';
import { NotAnOperator } from '../not-an-operator.tsx';
import { NothingHere } from '../nothing-here.tsx';
import { type Door, openDoorOf, useVisit, type Visited } from './use-visit.ts';
import { VisitFrame } from './visit-frame.tsx';

/** Lets an operator who has entered a business into its pages, for as long as the server says that they are in. */
export default function VisitGate({ tenantId }: { readonly tenantId: string }) {
  const { data, error, isError, errorUpdatedAt, refetch } = useVisit(tenantId);
  const door = data && openDoorOf(data);
  const [last, setLast] = useState(door);
  if (door && door !== last) setLast(door);

  if (isRefusal(error, 'denied')) return <NotAnOperator />;
  if (isRefusal(error, 'missing')) return <NothingHere />;
  // Without an answer the clock decides: it is asked again and again, and fails each time.
  const over = isError && last !== undefined && Date.parse(last.until) <= errorUpdatedAt;
  if (data && door && !over) return <Inside key={tenantId} visited={data} door={door} />;
  if (data) return <OutAgain visited={data} last={last} />;
  return isError ? <ErrorState onRetry={() => void refetch()} /> : <Splash />;
}

type OutProps = { readonly visited: Visited; readonly last: Door | undefined };

/** Goes back to the list: with the news that the visit is over, or to the door of a business that one is not in. */
function OutAgain({ visited, last }: OutProps) {
  const { tenantId, slug, name } = visited;
  useLayoutEffect(() => {
    void refreshBusinesses();
    const end = last && endOf(visited, last);
    if (end) navigate(urls.console(), { replace: true, state: endedVisit(name, end) });
    else navigate(urls.consoleDoor(slug, tenantId), { replace: true });
  }, [visited, last, tenantId, slug, name]);
  return <Splash />;
}

function endOf({ status, supportDoor }: Visited, { until }: Door): VisitEnd {
  if (status === 'suspended' || status === 'deleting') return 'held';
  return !supportDoor && Date.parse(until) <= Date.now() ? 'time' : 'shut';
}

type InsideProps = { readonly visited: Visited; readonly door: Door };

function Inside({ visited: { tenantId, slug, name, database, status }, door }: InsideProps) {
  const path = inTenant(tenantId, tenantPaths.profile());
  const profile = useLive(documentSource<ProfileDocument>(database, path, tenantId));
  const locale = usePersonLocale();
  useHue(profile.state === 'ready' ? profile.data.branding.hue : undefined);
  useTitle('business', name);
  // Whoever goes out, or is sent out, leaves nothing of the business behind.
  useLayoutEffect(
    () => () => {
      dropListeners(tenantId);
      forgetLastEvent();
    },
    [tenantId],
  );

  switch (profile.state) {
    case 'error':
      return <ErrorState onRetry={profile.retry} />;
    // The server is being asked whether the visit goes on.
    case 'denied':
    case 'loading':
    case 'empty':
      return <Splash />;
    case 'ready': {
      const { scope } = door;
      const facts = { tenantId, slug, database, role: scope, status, permissions: permissionsOf(scope) };
      return (
        <TenantProvider value={tenantOf({ ...facts, profile: profile.data }, locale)}>
          <VisitFrame door={door} />
        </TenantProvider>
      );
    }
  }
}
