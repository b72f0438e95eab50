import { randomUUID } from 'node:crypto';
import type Stripe from 'stripe';
import { tenantDocuments } from '../../platform/data/documents.ts';
import type { TenantTransaction } from '../../platform/data/scoped-transaction.ts';
import { runInTenant } from '../../platform/data/transactions.ts';
import { type CustomerDetails, setDetails } from '../checkout/customer-details.ts';
import { readBillingRecord } from '../sync/billing-record.ts';
import { chooseContact, type Contact } from './choose-contact.ts';
import { isBeingTold } from './is-being-told.ts';

/** Tellings of one that finds, each time, that somebody else was chosen or that Stripe takes no such address. */
const maxRounds = 12;
/** Longer than anybody waits for Stripe: whose mark is older has died. */
const tellingLastsMilliseconds = 120_000;

/**
 * Has Stripe call the present tenant's customer by the business's name, and write to whoever is chosen; asks Stripe nothing where it does.
 *
 * Stripe compares nothing before it sets, so that two can overtake each other: each leaves a mark with whom it chose before it tells
 * Stripe, looks afterwards whether somebody else was chosen, tells it again while that is so, and takes its own mark away. Who dies after telling what was
 * old leaves the mark, and the next look (`keepContact`) tells it once more. Throws what the SDK throws when Stripe can't be asked.
 */
export async function tellContact(customer: Stripe.Customer, wish?: Contact): Promise<void> {
  const id = randomUUID();
  const refused = new Set<string>();
  for (let round = 0; round < maxRounds; round += 1) {
    // What was wished for is the choice of the first round: whoever chose since was later.
    const choice = { wish: round === 0 ? wish : undefined, refused };
    const telling = await runInTenant((tx) => begin(tx, id, customer, choice));
    if (!telling) return;
    // Whatever Stripe answered before: somebody may have told it another address and been done in between.
    const isTaken = await setDetails(customer.id, telling.details);
    if (!isTaken && telling.uid !== null) refused.add(telling.uid);
    else if (await runInTenant((tx) => end(tx, id, telling))) return;
  }
}

type Telling = { readonly uid: string | null; readonly details: CustomerDetails; readonly since: number };

/** Notes whom Stripe is told of, and that it is being told. Nothing when it was told, or has another customer to be told of. */
async function begin(
  tx: TenantTransaction,
  id: string,
  customer: Stripe.Customer,
  choice: { readonly wish: Contact | undefined; readonly refused: ReadonlySet<string> },
): Promise<Telling | undefined> {
  const [record, tenant] = await Promise.all([readBillingRecord(tx), tx.get(tenantDocuments.tenant())]);
  if (record.customerId !== customer.id || !tenant) return undefined;
  const chosen = await chooseContact(tx, record, { ...choice, present: customer.email });
  const { uid = null, email = '' } = chosen ?? {};
  const { name } = tenant;
  const { contact } = record;
  const isTold = contact?.uid === uid && (customer.email ?? '') === email && (customer.name ?? '') === name;
  if (isTold && !isBeingTold(contact)) return undefined;
  const since = Date.now();
  tx.set(tenantDocuments.billing(), { ...record, contact: { uid, telling: { ...contact?.telling, [id]: since } } });
  return { uid, details: { name, email }, since };
}

/** Takes the mark away, and those of the dead of before it was left. Answers whether nobody else was chosen meanwhile. */
async function end(tx: TenantTransaction, id: string, { uid, since }: Telling): Promise<boolean> {
  const record = await readBillingRecord(tx);
  const { contact } = record;
  // A business that is being deleted.
  if (!contact) return true;
  if (contact.uid !== uid) return false;
  const others = Object.entries(contact.telling).filter(
    ([other, at]) => other !== id && at > since - tellingLastsMilliseconds,
  );
  tx.set(tenantDocuments.billing(), { ...record, contact: { uid, telling: Object.fromEntries(others) } });
  return true;
}
