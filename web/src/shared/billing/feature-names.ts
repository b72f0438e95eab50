import { type Feature, featuresOf, plans } from '@tenantry/model/plans';
import { m } from '../../paraglide/messages.js';
import { planName } from '../tenant/plan-names.ts';

const names = {
  'custom-roles': m.feature_custom_roles,
  'audit-export': m.feature_audit_export,
  'usage-report': m.feature_usage_report,
  'priority-support': m.feature_priority_support,
} satisfies Record<Feature, () => string>;

const sentences = {
  'custom-roles': m.feature_custom_roles_plans,
  'audit-export': m.feature_audit_export_plans,
  'usage-report': m.feature_usage_report_plans,
  'priority-support': m.feature_priority_support_plans,
} satisfies Record<Feature, (inputs: { plans: string }) => string>;

/** What people call a feature. */
export function featureName(feature: Feature): string {
  return names[feature]();
}

/** A sentence that says which plans have a feature. */
export function plansWith(feature: Feature): string {
  const having = plans.filter((plan) => featuresOf(plan).includes(feature)).map(planName);
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(having);
  return sentences[feature]({
    plans: having.length === 1 ? m.plan_one({ plans: list }) : m.plan_many({ plans: list }),
  });
}
