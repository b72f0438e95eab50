import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { runDue } from '../account/clock.ts';
import { day } from '../account/settings.ts';
import { badRequest } from '../request/errors.ts';
import { listRoute, route } from '../request/route.ts';
import { cancelAllOf } from '../subscriptions/cancel.ts';
import { clockAdvance, clockCreate, clockList, clockRetrieve } from './customer-parameters.ts';

const path = 'test_helpers/test_clocks';

export const testClockRoutes = [
  route(`POST /v1/${path}`, clockCreate, (account, { frozen_time, name }) =>
    account.add(
      'test_helpers.test_clock',
      {
        id: account.newId('test_helpers.test_clock'),
        object: 'test_helpers.test_clock',
        created: account.now(),
        deletes_after: account.now() + 30 * day,
        frozen_time,
        livemode: false,
        name: name ?? null,
        status: 'ready',
        status_details: {},
      },
      'test_helpers.test_clock.created',
    ),
  ),
  route(`GET /v1/${path}/:id`, clockRetrieve, (account, _, id = '') => account.get('test_helpers.test_clock', id)),
  route(`POST /v1/${path}/:id/advance`, clockAdvance, (account, { frozen_time }, id = '') =>
    advance(account, id, frozen_time),
  ),
  route(`DELETE /v1/${path}/:id`, {}, (account, _, id = '') => {
    const clock = account.get('test_helpers.test_clock', id);
    for (const customer of account.store.newestFirst('customer')) {
      if (customer.test_clock !== id) continue;
      cancelAllOf(account, customer.id);
      account.remove('customer', customer.id);
    }
    account.remove('test_helpers.test_clock', id);
    account.schedules.delete(id);
    account.emit('test_helpers.test_clock.deleted', clock);
    return { id, object: 'test_helpers.test_clock', deleted: true };
  }),
  listRoute(`GET /v1/${path}`, clockList, (account) => account.store.newestFirst('test_helpers.test_clock')),
];

/** Stripe answers while the clock still advances; here it has arrived, which whoever waits for it sees at once. */
function advance(account: Account, id: string, to: number): Stripe.TestHelpers.TestClock {
  const clock = account.get('test_helpers.test_clock', id);
  if (to <= clock.frozen_time) throw badRequest('Test clocks can only be advanced forward in time.', 'frozen_time');
  const advancing = { ...clock, status: 'advancing', status_details: { advancing: { target_frozen_time: to } } };
  account.add('test_helpers.test_clock', advancing, 'test_helpers.test_clock.advancing');
  runDue(account, id, to);
  return account.add('test_helpers.test_clock', { ...clock, frozen_time: to }, 'test_helpers.test_clock.ready');
}
