import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { readDocument } from '../../database.ts';
import { failedEvent, newEventId } from '../../billing/inbox.ts';
import { type Place } from '../place.ts';

/** What an answer's address begins with. */
const opensAt = ({ url }: Readonly<Record<string, unknown>>): Promise<unknown> =>
  Promise.resolve(String(url).startsWith(process.env.STRIPE_API_BASE ?? 'https://'));

/** Calls about what a business pays for. Its customer at Stripe is made with the place. */
export const billingCalls = {
  'api/startCheckout': ({ tenantId }: Place) => ({
    documents: {},
    input: { tenantId, plan: 'pro' as const, interval: 'month' as const },
    look: opensAt,
    done: true,
  }),
  'api/openBillingPortal': ({ tenantId }: Place) => ({ documents: {}, input: { tenantId }, look: opensAt, done: true }),
  'api/syncBilling': ({ tenantId }: Place) => ({
    documents: {},
    input: { tenantId },
    look: async () => typeof (await readDocument(inTenant(tenantId, tenantPaths.billing())))?.syncedAt,
    done: 'number',
  }),
  'operator/setTenantPlan': ({ tenantId }: Place) => ({
    documents: {},
    input: { tenantId, plan: 'business' as const, reason: 'Agreed' },
    look: ({ plan }: Readonly<Record<string, unknown>>) => Promise.resolve(plan),
    done: 'business',
  }),
  'operator/setTenantFeatures': ({ tenantId }: Place) => ({
    documents: {},
    input: { tenantId, features: { 'custom-roles': true }, reason: 'Agreed' },
    look: async () => {
      const record = await readDocument(inTenant(tenantId, tenantPaths.billing()));
      return (record?.overrides as { features?: unknown } | undefined)?.features;
    },
    done: { 'custom-roles': { value: true, until: null } },
  }),
  'operator/syncTenantBilling': ({ tenantId }: Place) => ({
    documents: {},
    input: { tenantId },
    look: async () => typeof (await readDocument(inTenant(tenantId, tenantPaths.billing())))?.syncedAt,
    done: 'number',
  }),
  'operator/listEvents': ({ tenantId }: Place) => {
    const eventId = newEventId();
    return {
      documents: { [paths.stripeEvent(eventId)]: failedEvent(tenantId) },
      input: { trouble: 'failed' as const },
      look: ({ events }: Readonly<Record<string, unknown>>) =>
        Promise.resolve(JSON.stringify(events).includes(eventId)),
      done: true,
    };
  },
  'operator/replayEvent': ({ tenantId }: Place) => {
    const eventId = newEventId();
    return {
      documents: { [paths.stripeEvent(eventId)]: failedEvent(tenantId) },
      input: { eventId },
      look: async () => (await readDocument(paths.stripeEvent(eventId)))?.status,
      done: 'ignored',
    };
  },
};
