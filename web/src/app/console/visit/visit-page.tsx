import type { Permission } from '@tenantry/model/permissions';
import { Lock } from 'lucide-react';
import { type ComponentType, lazy, Suspense } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useAddress } from '../../../shared/navigation/use-address.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Splash } from '../../../shared/ui/basics/splash.tsx';
import { StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { NothingHere } from '../nothing-here.tsx';
import { OverviewPage } from './pages/overview-page.tsx';
import { visitAddress } from './visit-address.ts';

type Kind = {
  readonly permission: Permission;
  readonly list: ComponentType;
  readonly record?: ComponentType<{ id: string }>;
};

/** Pages by their name in the address, and what the scope of the door must allow. */
const pages: Readonly<Record<string, Kind>> = {
  '': { permission: 'tenant:read', list: OverviewPage },
  products: {
    permission: 'product:read',
    list: lazy(() => import('./pages/products-page.tsx')),
    record: lazy(() => import('./pages/product-page.tsx')),
  },
  orders: {
    permission: 'order:read',
    list: lazy(() => import('./pages/orders-page.tsx')),
    record: lazy(() => import('./pages/order-page.tsx')),
  },
  people: { permission: 'member:read', list: lazy(() => import('./pages/people-page.tsx')) },
  audit: { permission: 'audit:read', list: lazy(() => import('./pages/audit-page.tsx')) },
};

/** The page that the address asks for. */
export function VisitPage() {
  const { path } = useAddress();
  const { can } = useTenant();
  const { page = '', id } = visitAddress(path) ?? {};
  const kind = Object.hasOwn(pages, page) ? pages[page] : undefined;
  if (!kind || (id !== undefined && !kind.record)) return <NothingHere />;
  if (!can(kind.permission)) return <NotSeen />;
  const { list: List, record: Record } = kind;
  return (
    <Suspense fallback={<Splash />}>{id !== undefined && Record ? <Record key={id} id={id} /> : <List />}</Suspense>
  );
}

/** The door lets see less than this. */
function NotSeen() {
  return (
    <StatePanel icon={<Lock aria-hidden />} title={m.visit_not_seen_title()}>
      {m.visit_not_seen_text()}
    </StatePanel>
  );
}
