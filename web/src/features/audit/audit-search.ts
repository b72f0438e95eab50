import { auditActions } from '@tenantry/model/audit-actions';
import * as z from 'zod/mini';
import { isDay } from '../../shared/format/days.ts';
import { lenient, pageSearch, searchText } from '../../shared/paging.ts';

const day = z.string().check(z.refine(isDay));

/** What the address of the log of changes holds: who did it, what was done, the first and the last day, and words. */
export const auditSearch = z.object({
  by: lenient(z.string().check(z.minLength(1), z.maxLength(128))),
  act: lenient(z.enum(auditActions)),
  from: lenient(day),
  to: lenient(day),
  q: searchText,
  ...pageSearch,
});
export type AuditSearch = z.infer<typeof auditSearch>;
