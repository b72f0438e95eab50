import * as z from 'zod/mini';
import * as formats from '../formats.ts';

export const auditOperations = {
  verifyAudit: {
    input: z.strictObject({ tenantId: formats.tenantId }),
    output: z.object({
      /** How many entries there are. */
      entries: z.int(),
      /** The seq of the first that was changed, removed, reordered or cut off; absent when there is none. */
      firstBad: z.optional(z.int()),
    }),
  },
} as const;
