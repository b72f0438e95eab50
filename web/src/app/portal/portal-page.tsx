import { type ComponentType, lazy, Suspense } from 'react';
import { CataloguePage } from '../../features/portal/catalogue/catalogue-page.tsx';
import { m } from '../../paraglide/messages.js';
import { Link } from '../../shared/navigation/link.tsx';
import { useAddress } from '../../shared/navigation/use-address.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { buttonClass } from '../../shared/ui/basics/button.tsx';
import { Splash } from '../../shared/ui/basics/splash.tsx';
import { StatePanel } from '../../shared/ui/data/list-state.tsx';
import { urls } from '../../shared/urls.ts';
import { portalAddress } from './portal-address.ts';

type RecordPage = ComponentType<{ id: string }>;

/** Pages by their name in the address; the shop itself comes with the application, the others when they are opened. */
const pages: Record<string, ComponentType> = {
  '': CataloguePage,
  basket: lazy(() => import('../../features/portal/basket/basket-page.tsx')),
  orders: lazy(() => import('../../features/portal/orders/orders-page.tsx')),
  account: lazy(() => import('../../features/portal/account/account-page.tsx')),
};
const recordPages: Record<string, RecordPage> = {
  products: lazy(() => import('../../features/portal/catalogue/product-page.tsx')),
  orders: lazy(() => import('../../features/portal/orders/order-page.tsx')),
};

/** The page that the address asks for. */
export function PortalPage() {
  const { path } = useAddress();
  const { page = '', id } = portalAddress(path) ?? {};
  return <Suspense fallback={<Splash />}>{pageOf(page, id)}</Suspense>;
}

function pageOf(page: string, id: string | undefined) {
  if (id === undefined) {
    const Page = Object.hasOwn(pages, page) ? pages[page] : undefined;
    return Page ? <Page key={page} /> : <NothingHere />;
  }
  const Page = Object.hasOwn(recordPages, page) ? recordPages[page] : undefined;
  return Page ? <Page key={id} id={id} /> : <NothingHere />;
}

function NothingHere() {
  const { slug } = useTenant();
  return (
    <StatePanel
      title={m.portal_missing_title()}
      action={
        <Link className={buttonClass()} href={urls.portal(slug)}>
          {m.portal_to_shop()}
        </Link>
      }
    >
      {m.portal_missing_text()}
    </StatePanel>
  );
}
