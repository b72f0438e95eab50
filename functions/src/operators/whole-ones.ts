import type * as z from 'zod/mini';
import type { Found } from '../platform/data/scoped-transaction.ts';
import { log } from '../platform/log.ts';

/**
 * Those of a register that are what a list shows. One that is none, written by hand say, is told of in the log and left out: it must
 * not hide the others.
 */
export function wholeOnes<Schema extends z.ZodMiniType>(
  register: string,
  shape: Schema,
  found: readonly Found<unknown>[],
): Found<z.output<Schema>>[] {
  return found.flatMap(({ id, data }) => {
    const parsed = shape.safeParse(data);
    if (parsed.success) return [{ id, data: parsed.data }];
    log.leftOutOfList(`${register}/${id}`);
    return [];
  });
}
