import { ShoppingBasket } from 'lucide-react';
import { m } from '../../../paraglide/messages.js';
import { Link } from '../../../shared/navigation/link.tsx';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { buttonClass } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { urls } from '../../../shared/urls.ts';
import { useOffers } from '../use-offers.ts';
import { useBasket } from './basket-store.ts';
import { BasketLineRow } from './basket-line-row.tsx';
import { Checkout } from './checkout/checkout.tsx';

/** What is about to be ordered. It shows at once as it was put in; what the shop says of it now follows. */
export default function BasketPage() {
  const { basket } = useBasket();
  const live = useOffers(basket.lines.map(({ productId }) => productId));
  const offers = live.state === 'ready' ? live.data : undefined;
  const none = basket.lines.length === 0 && !basket.attempt;
  return (
    <>
      <PageHeader title={m.portal_basket_title()} />
      {none ? (
        <EmptyBasket />
      ) : (
        <div className="grid items-start gap-4 md:grid-cols-[1fr_21rem] md:gap-6">
          <Card className="p-0 empty:hidden md:p-0">
            <ul>
              {basket.lines.map((line) => (
                <BasketLineRow key={line.productId} line={line} offers={offers} />
              ))}
            </ul>
          </Card>
          <Checkout live={live} />
        </div>
      )}
    </>
  );
}

function EmptyBasket() {
  const { slug } = useTenant();
  return (
    <StatePanel
      icon={<ShoppingBasket aria-hidden />}
      title={m.portal_basket_empty_title()}
      action={
        <Link className={buttonClass()} href={urls.portal(slug)}>
          {m.portal_to_shop()}
        </Link>
      }
    >
      {m.portal_basket_empty_text()}
    </StatePanel>
  );
}
