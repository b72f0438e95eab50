import type * as z from 'zod/mini';
import type { Found } from '../platform/data/scoped-transaction.ts';
import type { Findings } from './findings.ts';

const byHand = 'Correct the document by hand.';

/** Whether a document has its shape. Of one that has not it is told, by its path, in which fields. */
export function isWellShaped<Data>(
  about: string,
  data: unknown,
  schema: z.ZodMiniType<Data>,
  found: Findings,
  remedy: string = byHand,
): data is Data {
  const parsed = schema.safeParse(data);
  if (parsed.success) return true;
  const fields = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))];
  const is = `${fields.join(', ')} ${fields.length === 1 ? 'is' : 'are'} missing or not of ${fields.length === 1 ? 'its' : 'their'} kind`;
  found.add({ about, is, shouldBe: 'as the model’s schema says', remedy });
  return false;
}

/** Those of a page that have the shape of their document; of the others it is told that they don't. */
export function wellShaped<Data>(
  page: readonly Found<Data>[],
  collection: string,
  schema: z.ZodMiniType<Data>,
  found: Findings,
): Found<Data>[] {
  found.lookAt(page.length);
  return page.filter(({ id, data }) => isWellShaped(`${collection}/${id}`, data, schema, found));
}

/** A document that another check tells of: nothing where it is absent or has not its shape. */
export function ifWhole<Data>(data: Data | undefined, schema: z.ZodMiniType<Data>): Data | undefined {
  return schema.safeParse(data).success ? data : undefined;
}
