import type * as z from 'zod/mini';
import { tenantBillingOperations } from './billing.ts';
import { mailRegisterOperations } from './mails.ts';
import { tenantRegisterOperations } from './operators.ts';
import { stripeEventOperations } from './stripe-events.ts';
import { supportVisitOperations } from './support.ts';

/** Every operation of the callable `operator`. */
export const operatorOperations = {
  ...tenantRegisterOperations,
  ...tenantBillingOperations,
  ...stripeEventOperations,
  ...supportVisitOperations,
  ...mailRegisterOperations,
} as const;
export type OperatorOperation = keyof typeof operatorOperations;
export type OperatorInput<Name extends OperatorOperation> = z.input<(typeof operatorOperations)[Name]['input']>;
export type OperatorParsed<Name extends OperatorOperation> = z.output<(typeof operatorOperations)[Name]['input']>;
export type OperatorOutput<Name extends OperatorOperation> = z.output<(typeof operatorOperations)[Name]['output']>;
