import type { Ask } from './ask.ts';
import { bundleAsks } from './bundles.ts';
import { conditionAsks } from './conditions.ts';
import { closedFieldAsks, fieldAsks } from './fields.ts';
import { oddityAsks } from './oddities.ts';
import { plainAsks } from './plain.ts';
import { queryAsks } from './queries.ts';
import { transactionAsks } from './transactions.ts';
import { transformAsks } from './transforms.ts';
import { valueAsks } from './values.ts';

/** Everything that is asked, by what it tries. */
export const asks = {
  plain: plainAsks,
  queries: queryAsks,
  fields: fieldAsks,
  closedFields: closedFieldAsks,
  values: valueAsks,
  transforms: transformAsks,
  conditions: conditionAsks,
  oddities: oddityAsks,
  bundles: [...bundleAsks, ...transactionAsks],
} as const satisfies Record<string, readonly Ask[]>;

export type AskKind = keyof typeof asks;

export const everyKind = Object.keys(asks) as AskKind[];
