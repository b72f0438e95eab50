import { randomBytes } from 'node:crypto';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { readDocument } from '../../database.ts';
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
  'operator/replayEvent': ({ tenantId }: Place) => {
    const eventId = `evt_${randomBytes(10).toString('hex')}`;
    const at = Timestamp.now();
    return {
      documents: {
        [paths.stripeEvent(eventId)]: {
          type: 'customer.updated',
          customerId: null,
          tenantId,
          status: 'failed',
          attempts: 1,
          createdAt: at,
          receivedAt: at,
          processedAt: null,
          error: 'Error',
          expiresAt: Timestamp.fromMillis(at.toMillis() + 3_600_000),
        },
      },
      input: { eventId },
      look: async () => (await readDocument(paths.stripeEvent(eventId)))?.status,
      done: 'ignored',
    };
  },
};
