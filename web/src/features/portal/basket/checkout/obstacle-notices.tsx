import { m } from '../../../../paraglide/messages.js';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { Button } from '../../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../../shared/ui/basics/notice.tsx';
import { orderLineLimit } from '@tenantry/model/operations/orders';
import type { Offers } from '../../use-offers.ts';
import { agreedTotal, atPresentPrices, withAvailable } from '../basket.ts';
import { useBasket } from '../basket-store.ts';
import type { ShortLine } from './still-short.ts';

type Props = {
  readonly short: readonly ShortLine[];
  readonly repriced: boolean;
  readonly offers: Offers | undefined;
};

/** What must be settled before an order, each with the one tap that settles it. */
export function ObstacleNotices({ short, repriced, offers }: Props) {
  const { basket } = useBasket();
  return (
    <>
      {short.length > 0 && <ShortNotice short={short} />}
      {repriced && offers && <RepricedNotice offers={offers} />}
      {basket.lines.length > orderLineLimit && (
        <Notice tone="danger" title={m.portal_too_many_lines({ limit: orderLineLimit })} />
      )}
    </>
  );
}

function ShortNotice({ short }: { readonly short: readonly ShortLine[] }) {
  const { change } = useBasket();
  const available = new Map(short.map((line) => [line.productId, line.available]));
  return (
    <Notice
      tone="danger"
      title={m.portal_short_title()}
      action={
        <Button variant="outline" onClick={() => change((basket) => withAvailable(basket, available))}>
          {m.portal_short_fix()}
        </Button>
      }
    >
      <ul>
        {short.map((line) => (
          <li key={line.productId}>{shortText(line)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function shortText({ name, requested, available, gone }: ShortLine): string {
  if (gone) return m.portal_gone_line({ name });
  return available === 0 ? m.portal_short_none({ name }) : m.portal_short_line({ name, available, requested });
}

function RepricedNotice({ offers }: { readonly offers: Offers }) {
  const { money } = useTenant();
  const { basket, change } = useBasket();
  const total = money(agreedTotal(atPresentPrices(basket, offers)));
  return (
    <Notice
      tone="warn"
      title={m.portal_repriced_title()}
      action={
        <Button variant="outline" onClick={() => change((present) => atPresentPrices(present, offers))}>
          {m.portal_repriced_agree({ total })}
        </Button>
      }
    >
      {m.portal_repriced_text({ total, before: money(agreedTotal(basket)) })}
    </Notice>
  );
}
