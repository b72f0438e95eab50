import { ReceiptText, ShoppingBasket, Store, UserRound } from 'lucide-react';
import { piecesOf } from '../../features/portal/basket/basket.ts';
import { useBasket } from '../../features/portal/basket/basket-store.ts';
import { m } from '../../paraglide/messages.js';
import { Link } from '../../shared/navigation/link.tsx';
import { useAddress } from '../../shared/navigation/use-address.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { cn } from '../../shared/ui/cn.ts';
import { urls } from '../../shared/urls.ts';
import { portalAddress } from './portal-address.ts';

const items = [
  { pages: ['', 'products'], label: m.portal_nav_shop, icon: Store, href: (slug: string) => urls.portal(slug) },
  { pages: ['basket'], label: m.portal_nav_basket, icon: ShoppingBasket, href: urls.portalBasket },
  { pages: ['orders'], label: m.portal_nav_orders, icon: ReceiptText, href: urls.portalOrders },
  { pages: ['account'], label: m.portal_nav_account, icon: UserRound, href: urls.portalAccount },
] as const;

/** The pages of the shop: at the thumb on a phone, beside the name on a desk. */
export function ShopNavigation() {
  const { slug } = useTenant();
  const { path } = useAddress();
  const page = portalAddress(path)?.page ?? '';
  const pieces = piecesOf(useBasket().basket);
  return (
    <nav
      aria-label={m.portal_nav()}
      data-bottom-bar
      className="flex max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:z-30 max-md:border-t max-md:border-line max-md:bg-surface max-md:pb-[env(safe-area-inset-bottom)] md:gap-1"
    >
      {items.map(({ pages, label, icon: Icon, href }) => {
        const present = (pages as readonly string[]).includes(page);
        const count = pages[0] === 'basket' && pieces > 0 ? pieces : undefined;
        return (
          <Link
            key={pages[0]}
            href={href(slug)}
            aria-current={present ? 'page' : undefined}
            className={cn(
              'touch relative flex items-center justify-center gap-2 rounded-lg text-muted max-md:min-h-14 max-md:flex-1 max-md:flex-col max-md:gap-0.5 max-md:text-small md:px-3 md:hover:bg-accent-soft',
              present && 'font-medium text-accent',
            )}
          >
            <Icon aria-hidden size={20} />
            {label()}
            {count !== undefined && (
              <>
                <span
                  aria-hidden
                  className="min-w-5 rounded-full bg-accent px-1.5 text-center text-small text-on-accent max-md:absolute max-md:top-1 max-md:left-1/2 max-md:ml-1.5"
                >
                  {count > 99 ? '99+' : count}
                </span>
                <span className="sr-only">{m.portal_basket_pieces({ count })}</span>
              </>
            )}
          </Link>
        );
      })}
    </nav>
  );
}
