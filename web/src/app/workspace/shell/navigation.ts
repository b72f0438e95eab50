import {
  ChartNoAxesCombined,
  ClipboardList,
  CreditCard,
  History,
  House,
  Package,
  Settings,
  ShieldCheck,
  Users,
  UsersRound,
} from 'lucide-react';
import type { Permission } from '@tenantry/model/permissions';
import { m } from '../../../paraglide/messages.js';

/** The pages of a business, in the order of the menu, each with the right that it takes. */
export const navigation = [
  { to: '/t/$slug', label: m.nav_overview, icon: House, permission: 'tenant:read' },
  { to: '/t/$slug/orders', label: m.nav_orders, icon: ClipboardList, permission: 'order:read' },
  { to: '/t/$slug/products', label: m.nav_products, icon: Package, permission: 'product:read' },
  { to: '/t/$slug/customers', label: m.nav_customers, icon: Users, permission: 'member:read' },
  { to: '/t/$slug/team', label: m.nav_team, icon: UsersRound, permission: 'member:read' },
  { to: '/t/$slug/roles', label: m.nav_roles, icon: ShieldCheck, permission: 'role:manage' },
  { to: '/t/$slug/audit', label: m.nav_audit, icon: History, permission: 'audit:read' },
  { to: '/t/$slug/billing', label: m.nav_billing, icon: CreditCard, permission: 'billing:read' },
  { to: '/t/$slug/usage', label: m.nav_usage, icon: ChartNoAxesCombined, permission: 'usage:read' },
  { to: '/t/$slug/settings', label: m.nav_settings, icon: Settings, permission: 'tenant:read' },
] as const satisfies readonly { readonly permission: Permission; readonly [key: string]: unknown }[];

/** What can be begun from anywhere. */
export const beginnings = [
  { to: '/t/$slug/orders/new', label: m.orders_new, permission: 'order:manage' },
  { to: '/t/$slug/products/new', label: m.products_new, permission: 'product:write' },
  { to: '/t/$slug/roles/new', label: m.roles_new, permission: 'role:manage' },
] as const satisfies readonly { readonly permission: Permission; readonly [key: string]: unknown }[];

/**
 * The page of the menu to which a route's path belongs, a record to its list. None for what can be begun: those pages say
 * themselves who may.
 */
export function pageAt(path: string): (typeof navigation)[number] | undefined {
  if (beginnings.some(({ to }) => to === path)) return undefined;
  const [overview, ...others] = navigation;
  return others.find(({ to }) => path === to || path.startsWith(`${to}/`)) ?? overview;
}
