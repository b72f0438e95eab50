import { instant } from '@tenantry/model/documents/instant';
import * as formats from '@tenantry/model/formats';
import type { MailInTrouble, MailTrouble } from '@tenantry/model/operations/mails';
import * as z from 'zod/mini';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { controlDocuments, type MailDocument } from '../../platform/data/documents.ts';
import { instantOf } from '../../platform/data/instant.ts';
import type { ControlTransaction, Found } from '../../platform/data/scoped-transaction.ts';
import { readControlPlane } from '../../platform/data/transactions.ts';
import { operatorOperation } from '../operator-operation.ts';
import { slugsOf } from '../slugs-of.ts';
import { wholeOnes } from '../whole-ones.ts';
import { sendingForMilliseconds } from './trouble.ts';

/** As many as somebody looks through; those that were seen to make room for older ones. */
const pageSize = 200;

const newestInStatus = declareQuery('mail', { where: [['status', '==']], orderBy: [['queuedAt', 'desc']] });
const newestClaimedUntil = declareQuery('mail', {
  where: [
    ['status', '=='],
    ['claimedAt', '<='],
  ],
  orderBy: [['claimedAt', 'desc']],
});

type Find = (control: ControlTransaction, now: Date) => Promise<Found<MailDocument>[]>;

/** One more than is shown, so that it is known whether there are more. */
const findInTrouble = {
  failed: (control) => control.find(controlDocuments.mails(), newestInStatus, ['failed'], pageSize + 1),
  unknown: (control, now) => {
    const lost = ['claimed', instantOf(now.getTime() - sendingForMilliseconds)];
    return control.find(controlDocuments.mails(), newestClaimedUntil, lost, pageSize + 1);
  },
} as const satisfies Record<MailTrouble, Find>;

const shownOfMail = z.object({
  kind: z.string(),
  tenantId: z.nullable(formats.tenantId),
  createdAt: instant,
  claimedAt: z.optional(instant),
});

/** Lists mails that need a hand, the newest first. Neither words nor addresses: they are between a business and a person. */
export const listMails = operatorOperation('listMails', ({ input: { trouble }, now }) =>
  readControlPlane(async (control) => {
    const found = await findInTrouble[trouble](control, now);
    const shown = wholeOnes('mail', shownOfMail, found.slice(0, pageSize));
    const slugs = await slugsOf(control, shown);
    const mails = shown.map((mail) => ({ ...told(mail), trouble, slug: slugs.get(mail.data.tenantId) ?? null }));
    return { mails, more: found.length > pageSize };
  }),
);

function told({
  id,
  data: { kind, tenantId, createdAt, claimedAt },
}: Found<z.output<typeof shownOfMail>>): Omit<MailInTrouble, 'trouble' | 'slug'> {
  return {
    mailId: id,
    kind,
    tenantId,
    askedAt: createdAt.toDate().toISOString(),
    triedAt: claimedAt?.toDate().toISOString() ?? null,
  };
}
