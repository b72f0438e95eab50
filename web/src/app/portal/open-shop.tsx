import type { UserDocument } from '@tenantry/model/documents/people';
import type { ProfileDocument } from '@tenantry/model/documents/tenants';
import type { Permission } from '@tenantry/model/permissions';
import type { TenantStatus } from '@tenantry/model/tenant-status';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { ShopDenied } from '../../features/portal/shop-list-state.tsx';
import { controlDatabase } from '../../shared/firebase/control-database.ts';
import { documentFirst } from '../../shared/live/lite-first.ts';
import { useLive } from '../../shared/live/use-live.ts';
import { useHue } from '../../shared/page/use-hue.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { tenantOf, TenantProvider } from '../../shared/tenant/tenant.ts';
import { Splash } from '../../shared/ui/basics/splash.tsx';
import { ErrorState } from '../../shared/ui/data/list-state.tsx';
import { Toasts } from '../../shared/ui/overlays/toasts.tsx';
import type { ShopHead } from './customer-gate.tsx';
import { PortalPage } from './portal-page.tsx';
import { ShopFrame } from './shop-frame.tsx';
import { ShopNotices } from './shop-notices.tsx';
import { ShopNavigation } from './shop-navigation.tsx';

type Props = {
  readonly shop: ShopHead;
  readonly role: string;
  readonly status: TenantStatus;
  readonly permissions: readonly Permission[];
};

/** The shop for somebody who belongs to it. */
export function OpenShop({ shop, role, status, permissions }: Props) {
  const { tenantId, slug, database } = shop;
  const { uid } = usePerson();
  const path = inTenant(tenantId, tenantPaths.profile());
  const profile = useLive(documentFirst<ProfileDocument>(database, path, tenantId));
  const user = useLive(documentFirst<UserDocument>(controlDatabase, paths.user(uid)));
  const present = profile.state === 'ready' ? profile.data : undefined;
  useHue(present?.branding.hue);

  if (profile.state === 'error') {
    return (
      <ShopFrame shop={shop}>
        <ErrorState onRetry={profile.retry} />
      </ShopFrame>
    );
  }
  if (profile.state === 'denied') {
    return (
      <ShopFrame shop={shop}>
        <ShopDenied />
      </ShopFrame>
    );
  }
  // Amounts are written in the person's language: without it they would change under the eyes.
  if (!present || user.state === 'loading') {
    return (
      <ShopFrame shop={shop}>
        <Splash />
      </ShopFrame>
    );
  }
  const locale = user.state === 'ready' ? (user.data.locale ?? undefined) : undefined;
  return (
    <TenantProvider value={tenantOf({ tenantId, slug, database, role, status, permissions, profile: present }, locale)}>
      <ShopFrame shop={{ ...shop, name: present.name }} navigation={<ShopNavigation />}>
        <ShopNotices />
        <PortalPage />
      </ShopFrame>
      <Toasts />
    </TenantProvider>
  );
}
