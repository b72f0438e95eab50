import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { auditSearch } from '../../features/audit/audit-search.ts';
import { billingSearch } from '../../features/billing/billing-search.ts';
import { customersSearch } from '../../features/customers/customers-search.ts';
import { ordersSearch } from '../../features/orders/orders-search.ts';
import { productsSearch } from '../../features/products/products-search.ts';
import { teamSearch } from '../../features/team/team-search.ts';
import { usageSearch } from '../../features/usage/usage-search.ts';
import { CrashPage } from '../../shared/page/crash-boundary.tsx';
import { Splash } from '../../shared/ui/basics/splash.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { EndedPage } from './shell/ended-page.tsx';
import { TenantGate } from './shell/tenant-gate.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../../features/start/start-page.tsx')),
});
const open = createRoute({
  getParentRoute: () => root,
  path: '/open',
  component: lazyRouteComponent(() => import('../../features/start/open-business-page.tsx')),
});
const profile = createRoute({
  getParentRoute: () => root,
  path: '/profile',
  component: lazyRouteComponent(() => import('../../features/profile/profile-page.tsx')),
});
const invite = createRoute({
  getParentRoute: () => root,
  path: '/invite/$tenantId/$inviteId',
  component: lazyRouteComponent(() => import('../../features/invitation/invitation-page.tsx')),
});

const ended = createRoute({ getParentRoute: () => root, path: '/ended', component: EndedPage });

const tenant = createRoute({ getParentRoute: () => root, path: '/t/$slug', component: TenantGate });

const inTenant = { getParentRoute: () => tenant };

const overview = createRoute({
  ...inTenant,
  path: '/',
  component: lazyRouteComponent(() => import('../../features/overview/overview-page.tsx')),
});
const orders = createRoute({
  ...inTenant,
  path: '/orders',
  validateSearch: ordersSearch,
  component: lazyRouteComponent(() => import('../../features/orders/list/orders-page.tsx')),
});
const placeOrder = createRoute({
  ...inTenant,
  path: '/orders/new',
  component: lazyRouteComponent(() => import('../../features/orders/place/place-order-page.tsx')),
});
const orderMails = createRoute({
  ...inTenant,
  path: '/orders/notifications',
  component: lazyRouteComponent(() => import('../../features/orders/notifications/order-mails-page.tsx')),
});
const order = createRoute({
  ...inTenant,
  path: '/orders/$orderId',
  component: lazyRouteComponent(() => import('../../features/orders/detail/order-page.tsx')),
});
const products = createRoute({
  ...inTenant,
  path: '/products',
  validateSearch: productsSearch,
  component: lazyRouteComponent(() => import('../../features/products/products-page.tsx')),
});
const newProduct = createRoute({
  ...inTenant,
  path: '/products/new',
  component: lazyRouteComponent(() => import('../../features/products/new-product-page.tsx')),
});
const product = createRoute({
  ...inTenant,
  path: '/products/$productId',
  component: lazyRouteComponent(() => import('../../features/products/product-page.tsx')),
});
const customers = createRoute({
  ...inTenant,
  path: '/customers',
  validateSearch: customersSearch,
  component: lazyRouteComponent(() => import('../../features/customers/customers-page.tsx')),
});
const customer = createRoute({
  ...inTenant,
  path: '/customers/$uid',
  component: lazyRouteComponent(() => import('../../features/customers/customer-page.tsx')),
});
const team = createRoute({
  ...inTenant,
  path: '/team',
  validateSearch: teamSearch,
  component: lazyRouteComponent(() => import('../../features/team/team-page.tsx')),
});
const inviteSeveral = createRoute({
  ...inTenant,
  path: '/team/invite',
  component: lazyRouteComponent(() => import('../../features/team/several/invite-several-page.tsx')),
});
const roles = createRoute({
  ...inTenant,
  path: '/roles',
  component: lazyRouteComponent(() => import('../../features/roles/roles-page.tsx')),
});
const newRole = createRoute({
  ...inTenant,
  path: '/roles/new',
  component: lazyRouteComponent(() => import('../../features/roles/new-role-page.tsx')),
});
// Below a name of its own: `new` can be the key of a role.
const role = createRoute({
  ...inTenant,
  path: '/roles/of/$roleKey',
  component: lazyRouteComponent(() => import('../../features/roles/role-page.tsx')),
});
const audit = createRoute({
  ...inTenant,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../../features/audit/audit-page.tsx')),
});
const billing = createRoute({
  ...inTenant,
  path: '/billing',
  validateSearch: billingSearch,
  component: lazyRouteComponent(() => import('../../features/billing/billing-page.tsx')),
});
const usage = createRoute({
  ...inTenant,
  path: '/usage',
  validateSearch: usageSearch,
  component: lazyRouteComponent(() => import('../../features/usage/usage-page.tsx')),
});
const settings = createRoute({
  ...inTenant,
  path: '/settings',
  component: lazyRouteComponent(() => import('../../features/settings/settings-page.tsx')),
});

const pages = tenant.addChildren([
  overview,
  orders,
  placeOrder,
  orderMails,
  order,
  products,
  newProduct,
  product,
  customers,
  customer,
  team,
  inviteSeveral,
  roles,
  newRole,
  role,
  audit,
  billing,
  usage,
  settings,
]);

/** Addresses hold plain text: `?status=placed&q=12`, as somebody would type it. */
const plainSearch = {
  parseSearch: (search: string) => Object.fromEntries(new URLSearchParams(search)),
  stringifySearch: (search: Record<string, unknown>) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
    const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
    return text && `?${text}`;
  },
};

export const router = createRouter({
  routeTree: root.addChildren([start, open, profile, invite, ended, pages]),
  ...plainSearch,
  defaultPreload: 'intent',
  defaultPendingComponent: Splash,
  defaultErrorComponent: CrashPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
