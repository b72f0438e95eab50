import { webUrl } from '../platform/environment.ts';
import { log } from '../platform/log.ts';
import { type MailTask, queueMails } from '../platform/outbox.ts';
import { claim, mailOf, readQueued, settle } from './outbox-entry.ts';
import { prepare, type Preparations, type Prepared } from './preparation.ts';
import { wordingOfRecipient } from './recipient-wording.ts';
import type { Carrier, Outcome } from './smtp.ts';
import type { RenderMail } from './template.ts';

/** What a delivery works with. `now` is asked again for each time that is written down. */
export type Tools = {
  readonly preparations: Preparations;
  readonly render: RenderMail;
  readonly carrier: Carrier;
  readonly now: () => Date;
};

/** How a task ended for its mail. Of `unknown` nobody can say whether it arrived: it stays claimed. */
export type Delivery = 'sent' | 'taken' | 'skipped' | 'failed' | 'unknown';

/** Tries to hand a mail over, after which it is left alone. */
const attemptsAtMost = 20;

/**
 * Sends one mail of the outbox, at most once. Whatever can fail beforehand (reading, rendering, connecting) comes before
 * the claim and throws, so that the queue tries again; so does a refusal for now, after the mail was queued again.
 */
export async function deliverMail(entry: Pick<MailTask, 'mailId' | 'tenantId'>, tools: Tools): Promise<Delivery> {
  const { preparations, render, carrier, now } = tools;
  const { mailId } = entry;
  const stored = await readQueued(entry);
  if (!stored) return 'taken';
  const { to, kind, attempts } = stored;
  const mail = mailOf(stored);
  const prepared = mail && prepare(preparations, mail);
  if (!prepared || attempts >= attemptsAtMost) {
    await settle(entry, prepared, 'failed', now());
    log.mailFailed(mailId, kind, mail ? 'tried too often' : 'no template can read it');
    return 'failed';
  }
  const links = { webUrl: webUrl.value(), secretLink: prepared.secretLink };
  const rendered = await render(mail, { ...links, ...(await wordingOfRecipient(entry, to)) });
  await carrier.ready();

  const { end, followedBy } = await claim(entry, prepared, now());
  if (end !== 'claimed') return end;
  if (followedBy.length > 0) await queueMails(followedBy);
  const outcome = await carrier.send({ ...rendered, mailId, to });
  return conclude(outcome, entry, { kind, prepared }, now());
}

async function conclude(
  outcome: Outcome,
  entry: Pick<MailTask, 'mailId' | 'tenantId'>,
  { kind, prepared }: { readonly kind: string; readonly prepared: Prepared },
  now: Date,
): Promise<Delivery> {
  switch (outcome.kind) {
    case 'sent':
      await settle(entry, prepared, 'sent', now);
      log.mailSent(entry.mailId, kind);
      return 'sent';
    case 'refused':
      await settle(entry, prepared, 'failed', now);
      log.mailFailed(entry.mailId, kind, outcome.fault);
      return 'failed';
    case 'unknown':
      log.mailUnknown(entry.mailId, kind, outcome.fault);
      return 'unknown';
    case 'later':
      await settle(entry, prepared, 'queued', now);
      throw outcome.fault;
  }
}
