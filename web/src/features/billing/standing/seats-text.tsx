import { m } from '../../../paraglide/messages.js';
import { useAmounts } from '../use-amounts.ts';
import { useSeats } from '../use-seats.ts';

type Props = {
  /** The plan's; null is unlimited. */
  readonly limit: number | null;
  readonly paidFor: number;
};

/** The seats that are taken, those that there are, and those that are paid for. */
export function SeatsText({ limit, paidFor }: Props) {
  const seats = useSeats();
  const { count } = useAmounts();
  if (!seats) return limit === null ? m.plan_unlimited() : m.plan_up_to({ limit });
  const { people, invited } = seats;
  const used = people + invited;
  return (
    <span className="grid gap-1 tabular-nums">
      <span>
        {limit === null
          ? m.billing_seats_unlimited({ used: count(used) })
          : m.billing_seats_used({ used: count(used), limit: count(limit) })}
      </span>
      {invited > 0 && (
        <span className="text-muted">
          {m.billing_seats_invited({ people: count(people), invited: count(invited) })}
        </span>
      )}
      {paidFor > 0 && <span className="text-muted">{m.billing_seats_paid({ seats: count(paidFor) })}</span>}
      {limit !== null && used > limit && <span className="text-warn">{m.billing_seats_beyond()}</span>}
    </span>
  );
}
