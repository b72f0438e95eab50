import { memberOperation } from '../platform/operations/operation.ts';
import { askingStripe } from './stripe/asking-stripe.ts';
import { convergeTogether } from './sync/converge-together.ts';

/** Brings a business in step with Stripe now, without waiting for an event: the page after a purchase calls it. */
export const syncBilling = memberOperation('syncBilling', {
  permissions: ['billing:manage'],
  gate: 'billing',
  audited: false,
  async afterwards({ caller, now }) {
    await askingStripe(() => convergeTogether({ actor: caller.uid, now }));
    return {};
  },
});
