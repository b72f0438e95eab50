import type { SlugDocument } from '@tenantry/model/documents/tenants';
import { paths } from '@tenantry/model/paths';
import { useEffect } from 'react';
import { m } from '../../paraglide/messages.js';
import { controlDatabase } from '../../shared/firebase/control-database.ts';
import { documentOnce } from '../../shared/live/lite-source.ts';
import { useLive } from '../../shared/live/use-live.ts';
import { useAddress } from '../../shared/navigation/use-address.ts';
import { CenteredPage } from '../../shared/page/centered-page.tsx';
import { useTitle } from '../../shared/page/title.ts';
import { useHue } from '../../shared/page/use-hue.ts';
import { reloadWhenPersonChanges } from '../../shared/session/sign-out.ts';
import { SignInGate } from '../../shared/sign-in/sign-in-gate.tsx';
import { Mark } from '../../shared/ui/basics/mark.tsx';
import { Splash } from '../../shared/ui/basics/splash.tsx';
import { ErrorState } from '../../shared/ui/data/list-state.tsx';
import { CustomerGate } from './customer-gate.tsx';
import { UnknownShop } from './gate-pages.tsx';
import { portalAddress } from './portal-address.ts';

/** The customers' application: the shop at the address, its door, and behind it the shop. */
export function PortalEntry() {
  const { path } = useAddress();
  const slug = portalAddress(path)?.slug;
  useEffect(reloadWhenPersonChanges, []);
  return slug === undefined ? <UnknownShop /> : <Shop key={slug} slug={slug} />;
}

/** Name and hue are there for anybody who knows the address, before signing in. */
function Shop({ slug }: { readonly slug: string }) {
  const live = useLive(documentOnce<SlugDocument>(controlDatabase, paths.slug(slug)));
  const head = live.state === 'ready' ? live.data : undefined;
  useTitle('business', head?.name);
  useHue(head?.hue);

  switch (live.state) {
    case 'loading':
      return <Splash />;
    case 'empty':
      return <UnknownShop />;
    case 'error':
      return (
        <CenteredPage title={m.app_name()}>
          <ErrorState onRetry={live.retry} />
        </CenteredPage>
      );
    case 'denied':
      return <UnknownShop />;
    case 'ready':
      return (
        <SignInGate
          title={live.data.name}
          mark={<Mark name={live.data.name} className="size-14 text-title" />}
          lead={m.portal_door_lead({ name: live.data.name })}
        >
          <CustomerGate shop={{ ...live.data, slug }} />
        </SignInGate>
      );
  }
}
