import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { AccountMenu } from './account-menu.tsx';
import { navigation } from './navigation.ts';
import { NavLink } from './nav-link.tsx';
import { Switcher } from './switcher.tsx';

type Props = { readonly waiting: string | undefined; readonly search: ReactNode };

/** Beside the page where there is room. */
export function Sidebar({ waiting, search }: Props) {
  const { can } = useTenant();
  return (
    <aside className="sticky top-0 hidden h-dvh flex-col gap-4 border-r border-line bg-surface p-3 md:flex">
      <div className="flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <Switcher />
        </div>
        {search}
      </div>
      <nav aria-label={m.nav_label()} className="grid gap-0.5">
        {navigation
          .filter(({ permission }) => can(permission))
          .map((item) => (
            <NavLink
              key={item.to}
              item={item}
              count={item.to === '/t/$slug/orders' ? waiting : undefined}
              className="flex items-center gap-3 rounded-lg px-3 text-muted hover:bg-accent-soft aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
            />
          ))}
      </nav>
      <div className="mt-auto">
        <AccountMenu />
      </div>
    </aside>
  );
}
