import * as z from 'zod/mini';
import * as formats from '../formats.ts';

/** What may be wrong with a mail: nobody can say whether it arrived, or it was refused for good. */
export const mailTroubles = ['unknown', 'failed'] as const;
export type MailTrouble = (typeof mailTroubles)[number];

/** A mail that needs a hand, without its words and without its address. Times are ISO texts. */
const mailInTrouble = z.object({
  mailId: z.string(),
  trouble: z.enum(mailTroubles),
  kind: z.string(),
  /** Null where it is the platform's own. */
  tenantId: z.nullable(z.string()),
  /** The address of the business; null where it is gone, or never was. */
  slug: z.nullable(z.string()),
  askedAt: z.string(),
  /** When it was last being sent; null when it never came so far. */
  triedAt: z.nullable(z.string()),
});
export type MailInTrouble = z.infer<typeof mailInTrouble>;

export const mailRegisterOperations = {
  listMails: {
    input: z.strictObject({ trouble: z.enum(mailTroubles) }),
    /** The newest first; `more` says that there are older ones beyond. */
    output: z.object({ mails: z.array(mailInTrouble), more: z.boolean() }),
  },
  resendMail: { input: z.strictObject({ mailId: formats.documentId }), output: z.object({}) },
} as const;
