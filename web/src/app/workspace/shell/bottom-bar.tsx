import { Link } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { m } from '../../../paraglide/messages.js';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Menu, MenuItem, MenuSeparator } from '../../../shared/ui/overlays/menu.tsx';
import { AccountItems } from './account-menu.tsx';
import { navigation } from './navigation.ts';
import { NavLink } from './nav-link.tsx';

const atHand = 3;
const tab =
  'flex flex-1 flex-col items-center justify-center gap-0.5 py-2 text-small text-muted relative aria-[current=page]:font-medium aria-[current=page]:text-accent';

/** Within a thumb's reach on a phone: the first pages, and the rest behind «More». */
export function BottomBar({ waiting }: { readonly waiting: string | undefined }) {
  const { can, slug } = useTenant();
  const pages = navigation.filter(({ permission }) => can(permission));
  return (
    <nav
      aria-label={m.nav_label()}
      data-bottom-bar
      className="fixed inset-x-0 bottom-0 z-30 flex h-[calc(3.75rem+env(safe-area-inset-bottom))] border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {pages.slice(0, atHand).map((item) => (
        <NavLink
          key={item.to}
          item={item}
          count={item.to === '/t/$slug/orders' ? waiting : undefined}
          className={tab}
        />
      ))}
      <Menu
        trigger={
          <button type="button" className={tab}>
            <Ellipsis aria-hidden size={18} />
            <span>{m.nav_more()}</span>
          </button>
        }
      >
        {pages.slice(atHand).map(({ to, label, icon: Icon }) => (
          <MenuItem key={to} render={<Link to={to} params={{ slug }} />}>
            <Icon aria-hidden size={18} />
            {label()}
          </MenuItem>
        ))}
        <MenuSeparator />
        <AccountItems />
      </Menu>
    </nav>
  );
}
