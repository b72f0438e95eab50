import { controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { findPersonByEmail } from '../platform/data/sign-ins/sign-in-addresses.ts';
import { readTenant, runInControlPlane } from '../platform/data/transactions.ts';
import { log } from '../platform/log.ts';
import type { MailTask } from '../platform/outbox.ts';

/** The locale and the time zone in which somebody is written to. */
export type RecipientWording = { readonly locale: string; readonly timeZone: string };

/**
 * Somebody's own language; for a stranger, and for who chose none, that of the business. The clock is always the
 * business's. Looked up when the mail is sent: a choice counts for what is waiting, too.
 */
export async function wordingOfRecipient(
  { tenantId }: Pick<MailTask, 'tenantId'>,
  address: string,
): Promise<RecipientWording> {
  const [own, profile] = await Promise.all([
    chosenBy(address),
    tenantId === null ? undefined : readTenant((tx) => tx.get(tenantDocuments.profile())),
  ]);
  return { locale: own ?? profile?.locale ?? 'en', timeZone: profile?.timeZone ?? 'UTC' };
}

/** What whoever has shown that this address is theirs has chosen. A mail is not held up by a failing look. */
async function chosenBy(address: string): Promise<string | null | undefined> {
  try {
    const person = await findPersonByEmail(address);
    if (!person?.emailVerified) return undefined;
    return (await runInControlPlane((control) => control.get(controlDocuments.user(person.uid))))?.locale;
  } catch (fault) {
    log.backgroundFailed('language of a mail', fault);
    return undefined;
  }
}
