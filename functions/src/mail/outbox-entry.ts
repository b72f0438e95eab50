import type { MailFares } from '@tenantry/model/documents/people';
import { isMailKind, type Mail, mailKinds } from '@tenantry/model/mails';
import { controlDocuments, type MailDocument, type MailStatus } from '../platform/data/documents.ts';
import { instantOf } from '../platform/data/instant.ts';
import { type MailTask, writeMail } from '../platform/outbox.ts';
import type { ControlTransaction, TenantTransaction } from '../platform/data/scoped-transaction.ts';
import { runInControlPlane, runInTenant } from '../platform/data/transactions.ts';
import type { Prepared } from './preparation.ts';

/** A mail that is older is not sent any more, unless by hand: what it says may long be otherwise. */
const sentWithinMilliseconds = 3 * 86_400_000;

/** A task's mail: which one, and the tenant whose outbox holds it (null is the platform's). */
type Entry = Pick<MailTask, 'mailId' | 'tenantId'>;

/** The mail while it is queued, or `undefined` when it is gone, taken, sent, or not of the tenant that the task names. */
export function readQueued(entry: Entry): Promise<MailDocument | undefined> {
  return inOutbox(entry, (outbox) => queued(outbox, entry));
}

/** What an outbox entry says, or `undefined` when no template can make anything of it. */
export function mailOf({ kind, data }: MailDocument): Mail | undefined {
  if (!isMailKind(kind)) return undefined;
  const parsed = mailKinds[kind].safeParse(data);
  return parsed.success ? ({ kind, data: parsed.data } as Mail) : undefined;
}

/**
 * Takes a queued mail for this sender alone: of several tasks for one mail one gets `claimed`. Only who has claimed it
 * may hand it over, so it goes out at most once. `skipped` was overtaken, or waited for too long. What follows from a mail
 * is written with its first claim; `followedBy` are the ids, to be queued.
 */
export function claim(
  entry: Entry,
  { stillWanted, followedBy, noted }: Prepared,
  now: Date,
): Promise<{ end: 'claimed' | 'skipped' | 'taken'; followedBy: readonly string[] }> {
  return inOutbox(entry, async (outbox, tx) => {
    const present = await queued(outbox, entry);
    if (!present) return { end: 'taken', followedBy: [] };
    const since = present.resentAt ?? present.createdAt;
    const fresh = now.getTime() - since.toMillis() <= sentWithinMilliseconds;
    const wanted = fresh && (tx === undefined || (await stillWanted(tx, now)));
    const path = controlDocuments.mail(entry.mailId);
    if (!wanted) {
      outbox.update(path, { status: 'skipped' });
      return { end: 'skipped', followedBy: [] };
    }
    const following = tx !== undefined && present.claimedAt === undefined ? await followedBy(tx) : [];
    const note = await (tx && noted(tx, 'sending', now));
    outbox.update(path, { status: 'claimed', claimedAt: instantOf(now), attempts: present.attempts + 1 });
    note?.();
    return { end: 'claimed', followedBy: following.map((request) => writeMail(outbox, request, now)) };
  });
}

const faresAs = { sent: 'sent', queued: 'waiting', failed: 'failed' } as const satisfies Partial<
  Record<MailStatus, MailFares>
>;

/** Writes down how it ended for a mail; with `sent` its time. `prepared` is missing where nobody could read the mail. */
export function settle(
  entry: Entry,
  prepared: Prepared | undefined,
  status: keyof typeof faresAs,
  now: Date,
): Promise<void> {
  return inOutbox(entry, async (outbox, tx) => {
    const path = controlDocuments.mail(entry.mailId);
    // A purge of the tenant may have taken it away meanwhile.
    if (!(await outbox.get(path))) return;
    const note = await (tx && prepared?.noted(tx, faresAs[status], now));
    note?.();
    outbox.update(path, status === 'sent' ? { status, sentAt: instantOf(now) } : { status });
  });
}

async function queued(outbox: ControlTransaction, { mailId, tenantId }: Entry): Promise<MailDocument | undefined> {
  const mail = await outbox.get(controlDocuments.mail(mailId));
  return mail?.status === 'queued' && mail.tenantId === tenantId ? mail : undefined;
}

/** The outbox lies beside the data that the mail tells of; a tenant's is read inside its context. */
function inOutbox<T>(
  { tenantId }: Entry,
  work: (outbox: ControlTransaction, tx?: TenantTransaction) => Promise<T>,
): Promise<T> {
  return tenantId === null
    ? runInControlPlane((outbox) => work(outbox))
    : runInTenant((tx, outbox) => work(outbox, tx));
}
