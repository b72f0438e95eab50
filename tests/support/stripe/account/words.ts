import type { ObjectKind } from './store.ts';

/** As Stripe's messages call them, where that is not the kind. */
export const wordFor: Partial<Record<ObjectKind, string>> = {
  payment_method: 'PaymentMethod',
  'test_helpers.test_clock': 'test clock',
  'billing.meter': 'meter',
  'checkout.session': 'checkout.session',
};

/** The test clock that an object follows. */
export function clockOf(object: object): string | null {
  if (!('test_clock' in object)) return null;
  return typeof object.test_clock === 'string' ? object.test_clock : null;
}
