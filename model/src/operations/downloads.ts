import * as z from 'zod/mini';
import * as formats from '../formats.ts';

/** What a member takes away over HTTP: `GET {FUNCTIONS_URL}/<name>?tenantId=…`, with an ID token as the bearer. */
export const downloads = {
  exportTenant: { input: z.strictObject({ tenantId: formats.tenantId }) },
} as const;

export type Download = keyof typeof downloads;
