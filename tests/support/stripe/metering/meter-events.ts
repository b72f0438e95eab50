import type Stripe from 'stripe';
import type { Account } from '../account/account.ts';
import { day } from '../account/settings.ts';
import { badRequest, noSuch } from '../request/errors.ts';
import type { Parsed } from '../request/kinds.ts';
import { route } from '../request/route.ts';
import { adjustmentCreate, meterEventCreate } from './parameters.ts';
import { entriesKey, entriesOf, type MeterEntry } from './usage.ts';

const uniqueFor = day;
const longestAgo = 35 * day;
const longestAhead = 300;

function meterFor(account: Account, name: string): Stripe.Billing.Meter {
  const found = account.store.newestFirst('billing.meter').find(({ event_name }) => event_name === name);
  if (!found) throw noSuch('meter', name, 'event_name', 404);
  if (found.status !== 'active') throw badRequest(`The meter of ${name} is inactive.`, 'event_name', 'archived_meter');
  return found;
}

/** Counts an act. Throws for an identifier that was used within the last 24 hours: after that, nothing remembers it. */
function createEvent(account: Account, params: Parsed<typeof meterEventCreate>): Stripe.Billing.MeterEvent {
  const meter = meterFor(account, params.event_name);
  const told = account.now();
  const timestamp = params.timestamp ?? told;
  if (timestamp < told - longestAgo || timestamp > told + longestAhead)
    throw badRequest(
      'The timestamp must be within the past 35 calendar days or up to 5 minutes in the future.',
      'timestamp',
      'timestamp_too_far',
    );
  const customer = params.payload[meter.customer_mapping.event_payload_key];
  if (customer === undefined)
    throw badRequest(
      `The payload must contain ${meter.customer_mapping.event_payload_key}.`,
      'payload',
      'meter_event_no_customer_defined',
    );
  account.get('customer', customer, `payload[${meter.customer_mapping.event_payload_key}]`);
  const value = valueOf(params.payload, meter);
  const identifier = params.identifier ?? account.ids.next('mevt', 24);
  if (identifier.length > 100) throw badRequest('identifier must be at most 100 characters.', 'identifier');
  const entries = entriesOf(account, meter.id);
  if (entries.some((each) => each.identifier === identifier && told - each.toldAt < uniqueFor))
    throw badRequest(`An event already exists with identifier ${identifier}.`, 'identifier');
  const entry: MeterEntry = { identifier, customer, value, timestamp, toldAt: told, isCancelled: false };
  account.notes.set(entriesKey(meter.id), [...entries, entry]);
  return {
    object: 'billing.meter_event',
    created: told,
    event_name: params.event_name,
    identifier,
    livemode: false,
    payload: { ...params.payload },
    timestamp,
  };
}

function valueOf(payload: Readonly<Record<string, string>>, meter: Stripe.Billing.Meter): number {
  const key = meter.value_settings.event_payload_key;
  const text = payload[key] ?? (meter.default_aggregation.formula === 'count' ? '1' : undefined);
  if (text === undefined || text === '' || !Number.isFinite(Number(text)))
    throw badRequest(`The payload must contain a number as ${key}.`, 'payload', 'meter_event_invalid_value');
  return Number(text);
}

/** Takes an event back, within 24 hours after it was told. */
function createAdjustment(
  account: Account,
  { event_name, cancel }: Parsed<typeof adjustmentCreate>,
): Stripe.Billing.MeterEventAdjustment {
  const meter = meterFor(account, event_name);
  const identifier = cancel?.identifier;
  if (identifier === undefined)
    throw badRequest('Missing required param: cancel[identifier].', 'cancel[identifier]', 'parameter_missing');
  const entries = entriesOf(account, meter.id);
  const found = entries.findLast((each) => each.identifier === identifier && account.now() - each.toldAt < uniqueFor);
  if (!found) throw noSuch('meter event', identifier, 'cancel[identifier]', 400);
  account.notes.set(
    entriesKey(meter.id),
    entries.map((each) => (each === found ? { ...each, isCancelled: true } : each)),
  );
  return {
    object: 'billing.meter_event_adjustment',
    cancel: { identifier },
    event_name,
    livemode: false,
    status: 'complete',
    type: 'cancel',
  };
}

export const meterEventRoutes = [
  route('POST /v1/billing/meter_events', meterEventCreate, createEvent),
  route('POST /v1/billing/meter_event_adjustments', adjustmentCreate, createAdjustment),
];
