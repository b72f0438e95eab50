import type * as z from 'zod/mini';
import { auditOperations } from './audit.ts';
import { billingOperations } from './billing.ts';
import { catalogueOperations } from './catalogue.ts';
import { memberOperations } from './members.ts';
import { orderOperations } from './orders.ts';
import { roleOperations } from './roles.ts';
import { supportOperations } from './support.ts';
import { tenancyOperations } from './tenancy.ts';

/** Every operation of the callable `api`: what comes in and what is told. */
export const apiOperations = {
  ...tenancyOperations,
  ...memberOperations,
  ...roleOperations,
  ...billingOperations,
  ...supportOperations,
  ...auditOperations,
  ...catalogueOperations,
  ...orderOperations,
} as const;

export type ApiOperation = keyof typeof apiOperations;
/** What a caller sends. */
export type ApiInput<Name extends ApiOperation> = z.input<(typeof apiOperations)[Name]['input']>;
/** What an operation works with: defaults filled, text trimmed. */
export type ApiParsed<Name extends ApiOperation> = z.output<(typeof apiOperations)[Name]['input']>;
export type ApiOutput<Name extends ApiOperation> = z.output<(typeof apiOperations)[Name]['output']>;
