import type { MembershipDocument } from '@tenantry/model/documents/people';
import { paths } from '@tenantry/model/paths';
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { basketStore } from '../../features/portal/basket/basket-store.ts';
import { emptyBasket } from '../../features/portal/basket/basket.ts';
import { isLeaving } from '../../features/portal/account/leaving.ts';
import { useFreshStanding } from '../../shared/access/use-fresh-standing.ts';
import { controlDatabase } from '../../shared/firebase/control-database.ts';
import { dropListeners } from '../../shared/live/listeners.ts';
import { documentFirst } from '../../shared/live/lite-first.ts';
import { useLive } from '../../shared/live/use-live.ts';
import { navigate } from '../../shared/navigation/address.ts';
import { forgetLastEvent } from '../../shared/page/forget-last-event.ts';
import { currentSession } from '../../shared/session/session.ts';
import { usePerson, useSession } from '../../shared/session/use-session.ts';
import { knownRights } from '../../shared/tenant/rights.ts';
import { Splash } from '../../shared/ui/basics/splash.tsx';
import { ErrorState } from '../../shared/ui/data/list-state.tsx';
import { clearToasts } from '../../shared/ui/overlays/toast-store.ts';
import { urls } from '../../shared/urls.ts';
import { HeldShop, RevokedShop } from './gate-pages.tsx';
import { JoinShop } from './join-shop.tsx';
import { OpenShop } from './open-shop.tsx';
import { ShopFrame } from './shop-frame.tsx';

/** The shop at the address, as anybody may know it. */
export type ShopHead = {
  readonly slug: string;
  readonly tenantId: string;
  readonly name: string;
  readonly hue: number;
  readonly database: string;
};

/** Follows the person's claims once the SDK that listens is there. */
const ClaimsRefresh = lazy(() => import('./claims-refresh.tsx'));

/**
 * Lets a customer in, asks a newcomer to join, and lets go when a membership ends while the page is open. A claim in the
 * token opens the page at once: the rules judge it with every read, and membership and standing are asked meanwhile.
 */
export function CustomerGate({ shop }: { readonly shop: ShopHead }) {
  const { tenantId, slug } = shop;
  const { uid } = usePerson();
  const source = documentFirst<MembershipDocument>(controlDatabase, paths.membership(uid, tenantId));
  const membership = useLive(source);
  const claim = useClaim(tenantId);
  const version =
    membership.state === 'ready' ? membership.data.version : membership.state === 'loading' ? claim?.[1] : undefined;
  const { standing, failed, ask } = useFreshStanding(tenantId, version);
  const out = membership.state === 'empty' || standing.kind === 'revoked';
  const role = membership.state === 'ready' ? membership.data.role : claim?.[0];
  const inside = !out && role !== undefined && claim !== undefined;
  const [wasInside, setWasInside] = useState(false);
  if (inside && !wasInside) setWasInside(true);
  const ended = out && wasInside;

  const status = standing.kind === 'member' ? standing.status : 'active';
  const held = status === 'suspended' || status === 'deleting' ? status : undefined;

  useLayoutEffect(() => {
    if (!ended && !held) return;
    dropListeners(tenantId);
    clearToasts();
    forgetLastEvent();
    if (!ended) return;
    basketStore(slug, uid).change(() => emptyBasket);
    // The shop's own address says nothing that is not told to anybody; that of an order does.
    navigate(urls.portal(slug), { replace: true });
  }, [ended, held, tenantId, slug, uid]);

  if (out && isLeaving(tenantId)) return <Splash />;
  if (ended) return <RevokedShop shop={shop} />;
  if (out) return <JoinShop shop={shop} membership={source} />;
  if (held) return <HeldShop shop={shop} status={held} onRetry={ask} />;
  if (!inside) {
    const retry = membership.state === 'error' ? membership.retry : ask;
    return (
      <ShopFrame shop={shop}>
        {failed || membership.state === 'error' ? <ErrorState onRetry={retry} /> : <Splash />}
      </ShopFrame>
    );
  }
  return (
    <>
      <OpenShop shop={shop} role={role} status={status} permissions={knownRights(role, standing) ?? []} />
      <WhenIdle>
        <ClaimsRefresh />
      </WhenIdle>
    </>
  );
}

function useClaim(tenantId: string) {
  const session = useSession();
  return session.state === 'signed-in' ? session.claims.tenants[tenantId] : undefined;
}

const idleMilliseconds = 3_000;

/** What nobody waits for, some seconds later. */
function WhenIdle({ children }: { readonly children: React.ReactNode }) {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIdle(true), idleMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return idle && currentSession().state === 'signed-in' ? <Suspense>{children}</Suspense> : null;
}
