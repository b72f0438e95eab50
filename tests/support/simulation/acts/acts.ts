import fc from 'fast-check';

/** What people do at Stripe and in the application; `which` chooses among what there is. */
export type Act =
  | { readonly kind: 'buy'; readonly plan: Paid; readonly interval: 'month' | 'year'; readonly trial: boolean }
  | { readonly kind: 'change-plan'; readonly plan: Paid; readonly interval: 'month' | 'year'; readonly which: number }
  | { readonly kind: 'cancel-at-end' | 'resume' | 'cancel'; readonly which: number }
  | { readonly kind: 'card'; readonly good: boolean }
  | { readonly kind: 'pay' | 'refund' | 'write-off' | 'void'; readonly which: number }
  | { readonly kind: 'days'; readonly count: number }
  | { readonly kind: 'seats'; readonly used: number }
  | { readonly kind: 'delete-customer' }
  /** One of three people becomes an owner or is one no more, and one opens Stripe's pages. */
  | { readonly kind: 'owner'; readonly who: number; readonly comes: boolean }
  | { readonly kind: 'open-pages'; readonly who: number }
  /** Somebody begins to buy, who may be the first after the customer was deleted. */
  | { readonly kind: 'ensure-customer' }
  /** Nobody does anything until all that is on its way has arrived. */
  | { readonly kind: 'quiet' }
  /** A night in which all that was lost is made good. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'override-plan'; readonly plan: Paid | 'free' | null; readonly days: number | null }
  | { readonly kind: 'override-feature'; readonly value: boolean | null; readonly days: number | null };
type Paid = 'pro' | 'business';

const which = fc.nat(9);
const plan = fc.constantFrom<Paid>('pro', 'business');
const interval = fc.constantFrom<'month' | 'year'>('month', 'month', 'month', 'year');
const until = fc.option(fc.integer({ min: 1, max: 40 }));

const buy = (trial: fc.Arbitrary<boolean>) => fc.record({ kind: fc.constant('buy' as const), plan, interval, trial });
const seats = fc.record({ kind: fc.constant('seats' as const), used: fc.integer({ min: 0, max: 9 }) });
const quiet = fc.record({ kind: fc.constant('quiet' as const) });
const rest = fc.record({ kind: fc.constant('rest' as const) });

const card = (good: fc.Arbitrary<boolean>) => fc.record({ kind: fc.constant('card' as const), good });
const days = (min: number, max: number) =>
  fc.record({ kind: fc.constant('days' as const), count: fc.integer({ min, max }) });

/** A business that buys, and then is busy with its team alone, while Stripe tells of nothing else. */
export const teamHistories: fc.Arbitrary<Act[]> = historyOf(fc.oneof(buy(fc.constant(true)), seats, seats, quiet));

const who = fc.nat(2);

/** A business whose owners come and go, and look after its payments. */
export const ownerHistories: fc.Arbitrary<Act[]> = historyOf(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('owner' as const), who, comes: fc.boolean() }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('open-pages' as const), who }) },
    { weight: 1, arbitrary: buy(fc.constant(true)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom({ kind: 'delete-customer' as const }, { kind: 'ensure-customer' as const }),
    },
    { weight: 1, arbitrary: fc.oneof(quiet, rest) },
  ),
);

const month = days(28, 33);
const of = <const Kind extends Act['kind']>(kind: Kind) => fc.record({ kind: fc.constant(kind), which });

/** What happens to a business that owes, each with the time that it takes. */
const debtEpisode: fc.Arbitrary<readonly Act[]> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(card(fc.constant(false)), month, rest) },
  { weight: 3, arbitrary: fc.tuple(card(fc.constant(true)), month) },
  { weight: 2, arbitrary: fc.tuple(of('cancel-at-end'), rest) },
  { weight: 2, arbitrary: fc.tuple(of('resume'), days(1, 9), rest) },
  { weight: 1, arbitrary: fc.tuple(days(1, 9), rest) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant({ kind: 'delete-customer' as const }),
      fc.oneof(rest, quiet),
      fc.constant({ kind: 'ensure-customer' as const }),
      fc.oneof(rest, quiet),
      card(fc.constant(true)),
      buy(fc.boolean()),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(fc.oneof(of('pay'), of('void'))) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.record({ kind: fc.constant('change-plan' as const), plan, interval, which }), month),
  },
);

/**
 * A business that bought and comes to owe, over months, and is looked at on the way: cards that are refused, invoices that are left, plans that
 * are given up and taken up again, customers that are deleted and made anew.
 */
export const debtHistories: fc.Arbitrary<Act[]> = fc
  .tuple(card(fc.constant(true)), buy(fc.boolean()), fc.array(debtEpisode, { minLength: 2, maxLength: 7, size: 'max' }))
  .map(([first, second, others]) => [first, second, ...others.flat()]);

/** Acts as often as they matter. */
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: buy(fc.boolean()) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('change-plan' as const), plan, interval, which }) },
  {
    weight: 4,
    arbitrary: fc.oneof(of('cancel-at-end'), of('resume'), of('cancel')),
  },
  { weight: 4, arbitrary: card(fc.boolean()) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('pay' as const, 'refund' as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('write-off' as const, 'void' as const), which }) },
  { weight: 5, arbitrary: days(1, 45) },
  { weight: 3, arbitrary: seats },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete-customer' as const) }) },
  { weight: 2, arbitrary: quiet },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('override-plan' as const),
      plan: fc.option(fc.constantFrom<Paid | 'free'>('free', 'pro', 'business')),
      days: until,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('override-feature' as const),
      value: fc.option(fc.boolean()),
      days: until,
    }),
  },
);

/** Everything that people do. */
export const allHistories: fc.Arbitrary<Act[]> = historyOf(act);

function historyOf(one: fc.Arbitrary<Act>): fc.Arbitrary<Act[]> {
  return fc.array(one, { minLength: 1, maxLength: 12 });
}
