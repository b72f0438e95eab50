import { memberOperation } from '../platform/operations/operation.ts';
import { callsOfMoney } from './calls-of-money.ts';
import { askingStripe } from './stripe/asking-stripe.ts';
import { convergeTogether } from './sync/converge-together.ts';

/** Brings a business in step with Stripe now, without waiting for an event: the page after a purchase calls it. */
export const syncBilling = memberOperation('syncBilling', {
  permissions: ['billing:manage'],
  gate: 'billing',
  audited: false,
  calls: callsOfMoney,
  async afterwards({ caller, now }) {
    await askingStripe(() => convergeTogether({ actor: caller.uid, now }));
    return {};
  },
});
