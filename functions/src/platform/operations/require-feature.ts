import { type Feature, hasFeature } from '@tenantry/model/plans';
import { Refusal } from './errors.ts';
import type { TenantWork } from './operation.ts';

const lacking = {
  'custom-roles': 'Your plan has no roles of your own. Choose a larger one.',
  'audit-export': 'Your plan has no export of the log of changes. Choose a larger one.',
  'usage-report': 'Your plan has no usage report. Choose a larger one.',
  'priority-support': 'Your plan has no priority support. Choose a larger one.',
} as const satisfies Record<Feature, string>;

/** Throws `plan-feature` unless the business has a feature, as the transaction that writes read it. */
export function requireFeature({ access }: Pick<TenantWork, 'access'>, feature: Feature): void {
  if (!hasFeature(access, feature)) throw new Refusal('plan-feature', lacking[feature]);
}
