import fc from 'fast-check';
import { type Meter, meters } from '@tenantry/model/billing/meters';

/** What happens to usage: people act, schedules run, time goes by, Stripe has its moods, a customer is exchanged. */
export type UsageAct =
  | { readonly kind: 'use'; readonly meter: Meter; readonly quantity: number }
  | { readonly kind: 'roll-up' | 'report' | 'exchange-customer' }
  /** Within a function's life, and beyond it. */
  | { readonly kind: 'minutes' | 'hours'; readonly count: number }
  | {
      readonly kind: 'trouble';
      readonly times: number;
      readonly answer: 'no-answer' | 500 | 429;
      readonly isDone: boolean;
      readonly path: string;
    };

const only = <const Kind extends string>(kind: Kind) => fc.record({ kind: fc.constant(kind) });

/** Acts as often as they matter. */
export const usageActs: fc.Arbitrary<UsageAct> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('use' as const),
      meter: fc.constantFrom(...meters),
      quantity: fc.constantFrom(1, 1, 1, -1),
    }),
  },
  { weight: 4, arbitrary: only('roll-up') },
  { weight: 5, arbitrary: only('report') },
  { weight: 1, arbitrary: only('exchange-customer') },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('minutes' as const), count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('hours' as const), count: fc.constantFrom(1, 5, 22, 30) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('trouble' as const),
      times: fc.integer({ min: 1, max: 6 }),
      answer: fc.constantFrom('no-answer' as const, 500 as const, 429 as const),
      isDone: fc.boolean(),
      path: fc.constantFrom('/v1/billing/meter_events', '/v1/billing/meter_events', '/v1/billing/'),
    }),
  },
);
