import { run } from './billing.ts';
import { tableOf } from './people-report.ts';

/** What an event of Stripe's takes, as a table of multiples. */
export async function report() {
  return tableOf(`Events of Stripe’s, ten at a time, from the signature to the business in step`, await run());
}
