import { features, hasFeature, type Plan, plans } from '@tenantry/model/plans';
import { m } from '../../../paraglide/messages.js';
import { callOperator } from '../../../shared/api/call.ts';
import { featureName } from '../../../shared/billing/feature-names.ts';
import { planName } from '../business-texts.ts';

/** What operators can set beside what a business pays for. */
export const subjects = ['plan', ...features] as const;
export type Subject = (typeof subjects)[number];

export const subjectName = (subject: Subject): string =>
  subject === 'plan' ? m.console_field_plan() : featureName(subject);

const planChoices = ['paid', ...plans] as const;
const featureChoices = ['plan', 'given', 'taken'] as const;
type FeatureChoice = (typeof featureChoices)[number];
export const choices = [...planChoices, ...featureChoices] as const;
export type Choice = (typeof choices)[number];

/** A feature's value at the server: null leaves it to the plan. */
const values = { plan: null, given: true, taken: false } as const satisfies Record<FeatureChoice, boolean | null>;

const featureWords = {
  plan: m.console_given_by_plan,
  given: m.console_given_give,
  taken: m.console_given_take,
} satisfies Record<FeatureChoice, () => string>;

type Option = { readonly value: Choice; readonly label: string };

/** What a subject can be set to; the first leaves it to what is paid for. */
export function choicesOf(subject: Subject): readonly Option[] {
  if (subject !== 'plan') return featureChoices.map((value) => ({ value, label: featureWords[value]() }));
  return planChoices.map((value) => ({
    value,
    label: value === 'paid' ? m.console_given_paid() : planName(value),
  }));
}

type Gift = {
  readonly tenantId: string;
  readonly subject: Subject;
  readonly choice: Choice;
  /** An ISO time; without one until it is taken back. */
  readonly until: string | undefined;
  readonly reason: string;
};

/** Whether a choice gives or takes something, which can end; the others leave it to what is paid for. */
export const canEnd = (choice: Choice): boolean => choice !== 'paid' && choice !== 'plan';

/** Sets it; answers a sentence that says what is in force now. Throws `OperationError`. */
export async function give({ subject, choice, until, ...others }: Gift, name: string): Promise<string> {
  const rest = { ...others, until: canEnd(choice) ? until : undefined };
  if (subject === 'plan') {
    const { plan } = await callOperator('setTenantPlan', { ...rest, plan: planOf(choice) });
    return m.console_given_plan_done({ name, plan: planName(plan) });
  }
  const { features: inForce } = await callOperator('setTenantFeatures', {
    ...rest,
    features: { [subject]: values[featureOf(choice)] },
  });
  const inputs = { name, feature: subjectName(subject) };
  return hasFeature({ features: inForce }, subject) ? m.console_given_has(inputs) : m.console_given_lacks(inputs);
}

const planOf = (choice: Choice): Plan | 'paid' => planChoices.find((each) => each === choice) ?? 'paid';
const featureOf = (choice: Choice): FeatureChoice => featureChoices.find((each) => each === choice) ?? 'plan';
