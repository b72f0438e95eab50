import * as z from 'zod/mini';

/**
 * Every kind of mail and what its template needs. The outbox stores no more than this: no secret, and nobody's
 * address but the recipient's.
 */
export const mails = {
  invitation: z.object({
    tenantId: z.string(),
    inviteId: z.string(),
    /** With the ids this is what the link's secret is made of, when the mail is sent. */
    generation: z.int(),
    tenantName: z.string(),
    inviterName: z.string(),
    role: z.string(),
    message: z.string(),
  }),
} as const;

export type MailKind = keyof typeof mails;
export type MailData<Kind extends MailKind> = z.infer<(typeof mails)[Kind]>;
