import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { badRequest } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import { listRoute, route } from '../request/route.ts';
import {
  meterCreate,
  meterDeactivate,
  meterList,
  meterReactivate,
  meterRetrieve,
  meterUpdate,
  summaryList,
} from './parameters.ts';
import { usageOf } from './usage.ts';

const kind = 'billing.meter';
const windows = { day: 86_400, hour: 3600 };

function createMeter(account: Account, params: Parsed<typeof meterCreate>): Stripe.Billing.Meter {
  const isTaken = account.store
    .newestFirst(kind)
    .some(({ event_name, status }) => event_name === params.event_name && status === 'active');
  if (isTaken)
    throw badRequest(
      `There is already an active meter with the event name ${params.event_name}.`,
      'event_name',
      'resource_already_exists',
    );
  const created = account.now();
  const meter: Stripe.Billing.Meter = {
    id: account.newId(kind),
    object: kind,
    created,
    customer_mapping: params.customer_mapping ?? { event_payload_key: 'stripe_customer_id', type: 'by_id' },
    default_aggregation: params.default_aggregation,
    display_name: params.display_name,
    event_name: params.event_name,
    event_time_window: params.event_time_window ?? null,
    livemode: false,
    status: 'active',
    status_transitions: { deactivated_at: null },
    updated: created,
    value_settings: params.value_settings ?? { event_payload_key: 'value' },
  };
  return account.add(kind, meter, 'billing.meter.created');
}

/** One summary for the whole time, or one for each window of it that has something in it, newest first. */
function summaries(
  account: Account,
  meter: string,
  params: Parsed<typeof summaryList>,
): Stripe.Billing.MeterEventSummary[] {
  const { customer, start_time: start, end_time: end, value_grouping_window: window } = params;
  account.get('customer', customer, 'customer');
  const step = window === undefined ? 60 : windows[window];
  for (const [param, time] of Object.entries({ start_time: start, end_time: end }))
    if (time % step !== 0)
      throw badRequest(`${param} must be aligned with ${window === undefined ? 'minute' : window} boundaries.`, param);
  if (end <= start) throw badRequest('end_time must be after start_time.', 'end_time');
  const summary = (from: number, to: number): Stripe.Billing.MeterEventSummary => ({
    id: `mtrusg_${meter.slice(-8)}${customer.slice(-8)}${from}`,
    object: 'billing.meter_event_summary',
    aggregated_value: usageOf(account, meter, customer, { start: from, end: to }),
    end_time: to,
    livemode: false,
    meter,
    start_time: from,
  });
  if (window === undefined) return [summary(start, end)];
  const all = Array.from({ length: (end - start) / step }, (_, index) =>
    summary(start + index * step, start + (index + 1) * step),
  );
  return all.filter(({ aggregated_value }) => aggregated_value !== 0).toReversed();
}

export const meterRoutes = [
  route('POST /v1/billing/meters', meterCreate, createMeter),
  route('GET /v1/billing/meters/:id', meterRetrieve, (account, _, id = '') => account.get(kind, id)),
  route('POST /v1/billing/meters/:id', meterUpdate, (account, { display_name }, id = '') =>
    account.change(
      kind,
      id,
      { ...(display_name === undefined ? {} : { display_name }), updated: account.now() },
      'billing.meter.updated',
    ),
  ),
  route('POST /v1/billing/meters/:id/deactivate', meterDeactivate, (account, _, id = '') =>
    account.change(
      kind,
      id,
      { status: 'inactive', status_transitions: { deactivated_at: account.now() } },
      'billing.meter.deactivated',
    ),
  ),
  route('POST /v1/billing/meters/:id/reactivate', meterReactivate, (account, _, id = '') =>
    account.change(
      kind,
      id,
      { status: 'active', status_transitions: { deactivated_at: null } },
      'billing.meter.reactivated',
    ),
  ),
  listRoute('GET /v1/billing/meters', meterList, (account, { status }) =>
    account.store.newestFirst(kind).filter((each) => status === undefined || each.status === status),
  ),
  listRoute('GET /v1/billing/meters/:id/event_summaries', summaryList, (account, params, id = '') => {
    account.get(kind, id);
    return summaries(account, id, params);
  }),
];
