import type { Permission } from '@tenantry/model/permissions';
import { History, LayoutDashboard, Package, ClipboardList, Users } from 'lucide-react';
import { m } from '../../../paraglide/messages.js';
import { Link } from '../../../shared/navigation/link.tsx';
import { useAddress } from '../../../shared/navigation/use-address.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { cn } from '../../../shared/ui/cn.ts';
import { urls } from '../../../shared/urls.ts';
import { visitAddress } from './visit-address.ts';

const items = [
  { page: '', label: m.nav_overview, icon: LayoutDashboard, permission: 'tenant:read' },
  { page: 'products', label: m.nav_products, icon: Package, permission: 'product:read' },
  { page: 'orders', label: m.nav_orders, icon: ClipboardList, permission: 'order:read' },
  { page: 'people', label: m.visit_people, icon: Users, permission: 'member:read' },
  { page: 'audit', label: m.visit_log, icon: History, permission: 'audit:read' },
] as const satisfies readonly { permission: Permission; [more: string]: unknown }[];

/** The pages that the scope of the door shows: at the thumb on a phone, below the banner on a desk. */
export function VisitNavigation() {
  const { tenantId, can } = useTenant();
  const { path } = useAddress();
  const present = visitAddress(path)?.page ?? '';
  return (
    <nav
      aria-label={m.visit_pages()}
      data-bottom-bar
      className="flex max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:border-t max-md:border-line max-md:bg-surface max-md:pb-[env(safe-area-inset-bottom)] md:mx-auto md:max-w-6xl md:gap-1 md:px-5 md:py-1"
    >
      {items
        .filter(({ permission }) => can(permission))
        .map(({ page, label, icon: Icon }) => (
          <Link
            key={page}
            href={urls.consoleVisit(tenantId, page)}
            aria-current={present === page ? 'page' : undefined}
            className={cn(
              'touch flex items-center justify-center gap-2 rounded-lg text-muted max-md:min-h-14 max-md:flex-1 max-md:flex-col max-md:gap-0.5 max-md:text-small md:px-3 md:hover:bg-accent-soft',
              present === page && 'font-medium text-accent',
            )}
          >
            <Icon aria-hidden size={20} />
            {label()}
          </Link>
        ))}
    </nav>
  );
}
