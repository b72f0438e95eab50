import * as formats from '@tenantry/model/formats';
import { grantableToCustomRoles } from '@tenantry/model/roles';
import * as z from 'zod/mini';
import { keyProblem } from './key-from.ts';

/** What can be changed of a role. */
export const roleFields = { name: formats.name, permissions: z.array(z.enum(grantableToCustomRoles)) };
export const roleSchema = z.object(roleFields);
export type RoleFields = z.infer<typeof roleSchema>;

/** The same with its key, while that can be chosen; `taken` are the keys of roles that are there. */
export function newRoleSchema(taken: readonly string[]) {
  const key = z.string().check(
    z.trim(),
    z.superRefine((text, context) => {
      const problem = keyProblem(text, taken);
      if (problem) context.issues.push({ code: 'custom', message: problem, input: text });
    }),
  );
  return z.object({ ...roleFields, key });
}
