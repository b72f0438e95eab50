import * as z from 'zod/mini';
import { customRoleKeyPattern } from '../roles.ts';

/** A built-in role or the key of a role of the tenant's own; the operation says when there is no such role. */
export const roleKey = z.string().check(z.regex(customRoleKeyPattern));
