import { isRefusedByStripe } from './refused-by-stripe.ts';
import { stripe } from './stripe-client.ts';

/**
 * Asks for a draft: finalizes it and tries to collect it. Whoever can't be charged finds it as an open invoice; somebody else may have
 * asked at the same time. Answers whether it is no draft any more. Throws what the SDK throws when Stripe can't be asked.
 */
export async function askForDraft(invoiceId: string): Promise<boolean> {
  const client = await stripe();
  try {
    await client.invoices.finalizeInvoice(invoiceId, { auto_advance: true });
  } catch (fault) {
    if (isRefusedByStripe(fault)) return false;
    throw fault;
  }
  try {
    await client.invoices.pay(invoiceId);
  } catch (fault) {
    const isDeclined = fault instanceof Error && 'type' in fault && fault.type === 'StripeCardError';
    if (!isDeclined && !isRefusedByStripe(fault)) throw fault;
  }
  return true;
}
