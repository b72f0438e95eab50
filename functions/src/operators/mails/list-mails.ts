import type { MailInTrouble } from '@tenantry/model/operations/mails';
import { declareQuery } from '../../platform/data/declared-query.ts';
import { controlDocuments, type MailDocument } from '../../platform/data/documents.ts';
import type { Found } from '../../platform/data/scoped-transaction.ts';
import { runInControlPlane } from '../../platform/data/transactions.ts';
import { operatorOperation } from '../operator-operation.ts';
import { slugsOf } from '../slugs-of.ts';
import { isInTrouble, statusOf } from './trouble.ts';

/** As many as somebody looks through; those that were seen to make room for older ones. */
const pageSize = 200;

const newestInStatus = declareQuery('mail', { where: [['status', '==']], orderBy: [['queuedAt', 'desc']] });

/** Lists mails that need a hand, the newest first. Neither words nor addresses: they are between a business and a person. */
export const listMails = operatorOperation('listMails', ({ input: { trouble }, now }) =>
  runInControlPlane(async (control) => {
    const status = statusOf[trouble];
    const found = await control.find(controlDocuments.mails(), newestInStatus, [status], pageSize + 1);
    const shown = found.slice(0, pageSize).filter(({ data }) => isInTrouble(data, now));
    const slugs = await slugsOf(control, shown);
    const mails = shown.map((mail) => ({ ...told(mail), trouble, slug: slugs.get(mail.data.tenantId) ?? null }));
    return { mails, more: found.length > pageSize };
  }),
);

function told({
  id,
  data: { kind, tenantId, createdAt, claimedAt },
}: Found<MailDocument>): Omit<MailInTrouble, 'trouble' | 'slug'> {
  return {
    mailId: id,
    kind,
    tenantId,
    askedAt: createdAt.toDate().toISOString(),
    triedAt: claimedAt?.toDate().toISOString() ?? null,
  };
}
