import type { OwnLimit } from '../platform/operations/operation.ts';

/** Each of these calls asks Stripe several times, whose own limit all businesses share: more than a person needs, and few. */
export const callsOfMoney: OwnLimit = { counted: 'money', perMinute: 60 };
