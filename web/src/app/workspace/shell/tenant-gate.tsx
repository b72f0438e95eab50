import { useParams, useRouter } from '@tanstack/react-router';
import { useLayoutEffect, useState, useSyncExternalStore } from 'react';
import type { ProfileDocument } from '@tenantry/model/documents/tenants';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import type { Permission } from '@tenantry/model/permissions';
import { takesSeat } from '@tenantry/model/roles';
import type { HoldKind, TenantStatus } from '@tenantry/model/tenant-status';
import type { Standing } from '../../../shared/access/tenant-access.ts';
import { useFreshStanding } from '../../../shared/access/use-fresh-standing.ts';
import { dropListeners } from '../../../shared/live/listeners.ts';
import { documentSource } from '../../../shared/live/source.ts';
import { useLive } from '../../../shared/live/use-live.ts';
import { forgetLastEvent } from '../../../shared/page/forget-last-event.ts';
import { useHue } from '../../../shared/page/use-hue.ts';
import { type Membership, useMembershipAt } from '../../../shared/tenant/use-memberships.ts';
import { tenantOf, TenantProvider } from '../../../shared/tenant/tenant.ts';
import { useRights } from '../../../shared/tenant/use-rights.ts';
import { usePersonLocale } from '../../../shared/tenant/use-user.ts';
import { useSession } from '../../../shared/session/use-session.ts';
import { Splash } from '../../../shared/ui/basics/splash.tsx';
import { DeniedState, ErrorState } from '../../../shared/ui/data/list-state.tsx';
import { clearToasts } from '../../../shared/ui/overlays/toast-store.ts';
import { LetGo } from './ended-page.tsx';
import { CustomerPage, ForeignPage, HeldPage, NothingPage } from './gate-pages.tsx';
import { Shell } from './shell.tsx';

/** Lets the person into the business at the address, if it is theirs, and out again when it no longer is. */
export function TenantGate() {
  const { slug } = useParams({ from: '/t/$slug' });
  // While the router still shows the page before, the address is already another business's: nothing of the old one stays.
  // The history is asked and not the router, whose state follows when it gets to it.
  const { history } = useRouter();
  const target = useSyncExternalStore(history.subscribe, () => history.location.pathname.split('/')[2]);
  if (target !== slug) return <Splash />;
  return <Gate key={slug} slug={slug} />;
}

function Gate({ slug }: { readonly slug: string }) {
  const live = useMembershipAt(slug);
  const [known, setKnown] = useState<Membership>();
  const membership = live.state === 'ready' ? live.data[0] : undefined;
  if (membership && membership !== known) setKnown(membership);

  switch (live.state) {
    case 'loading':
      return <Splash />;
    case 'error':
      return <ErrorState onRetry={live.retry} />;
    case 'denied':
      return <DeniedState />;
    case 'empty':
      return known ? <LetGo name={known.name} /> : <ForeignPage />;
    case 'ready':
      return membership ? <Entered key={membership.tenantId} membership={membership} /> : <Splash />;
  }
}

function Entered({ membership }: { readonly membership: Membership }) {
  const { tenantId, name, role } = membership;
  const { standing, failed, ask } = useFreshStanding(tenantId, membership.version);
  const permissions = useRights(membership, standing);
  const session = useSession();
  const claimed = session.state === 'signed-in' && session.claims.tenants[tenantId]?.[1] === membership.version;

  const { status: held, ...because } = heldOf(standing);
  const inside = takesSeat(role) && !held && standing.kind !== 'revoked';
  useLayoutEffect(() => (inside ? () => letGo(tenantId) : undefined), [inside, tenantId]);

  if (standing.kind === 'revoked') return <LetGo name={name} />;
  if (!takesSeat(role)) return <CustomerPage membership={membership} />;
  if (held) return <HeldPage membership={membership} status={held} {...because} />;
  // Without a claim every listener would be refused first, and what a role of the business's own holds is the server's to
  // say: wait for the answer that is under way.
  if (!permissions || (standing.kind === 'unknown' && !claimed)) {
    return failed ? <ErrorState onRetry={ask} /> : <Splash />;
  }
  if (!permissions.includes('profile:read')) return <NothingPage membership={membership} />;
  const status = standing.kind === 'member' ? standing.status : 'active';
  return <Opened membership={membership} status={status} permissions={permissions} />;
}

type Held = {
  readonly status?: 'suspended' | 'deleting';
  readonly heldBy?: readonly HoldKind[] | undefined;
  readonly hasBought?: boolean | undefined;
};

/** That nothing of the business can be opened, and because of whom as far as the person may know. */
function heldOf(standing: Standing): Held {
  if (standing.kind !== 'member') return {};
  const { status, heldBy, hasBought } = standing;
  return status === 'suspended' || status === 'deleting' ? { status, heldBy, hasBought } : {};
}

/** Whoever goes out, or is sent out, leaves nothing of the business behind. */
function letGo(tenantId: string): void {
  clearToasts();
  dropListeners(tenantId);
  forgetLastEvent();
}

type OpenedProps = {
  readonly membership: Membership;
  readonly status: TenantStatus;
  readonly permissions: readonly Permission[];
};

function Opened({ membership, status, permissions }: OpenedProps) {
  const { tenantId, slug, database, role } = membership;
  const path = inTenant(tenantId, tenantPaths.profile());
  const profile = useLive(documentSource<ProfileDocument>(database, path, tenantId));
  const locale = usePersonLocale();
  useHue(profile.state === 'ready' ? profile.data.branding.hue : undefined);

  switch (profile.state) {
    case 'loading':
    case 'empty':
      return <Splash />;
    case 'error':
      return <ErrorState onRetry={profile.retry} />;
    case 'denied':
      return <DeniedState status={profile.status} />;
    case 'ready':
      return (
        <TenantProvider
          value={tenantOf({ tenantId, slug, database, role, status, permissions, profile: profile.data }, locale)}
        >
          <Shell />
        </TenantProvider>
      );
  }
}
