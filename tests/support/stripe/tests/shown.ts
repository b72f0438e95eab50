import { catalogue, trial, type Catalogue, type Trial } from './client.ts';

/** A double whose pages are looked at, with a customer who has bought nothing. */
export type Shown = Trial & {
  readonly prices: Catalogue;
  readonly customer: string;
  /** A checkout session for two seats of the monthly plan; its id. */
  readonly session: (trialDays?: number) => Promise<string>;
  readonly press: (path: string, form: Readonly<Record<string, string>>) => Promise<Response>;
  readonly open: (path: string) => Promise<string>;
};

/** Such a double. */
export async function show(): Promise<Shown> {
  const { double, stripe } = trial({ pagesUrl: 'http://double.test' });
  const prices = await catalogue(stripe);
  const { id: customer } = await stripe.customers.create({ email: 'mia@shop.example' });
  return {
    double,
    stripe,
    prices,
    customer,
    session: async (trialDays) => {
      const { id } = await stripe.checkout.sessions.create({
        mode: 'subscription',
        customer,
        client_reference_id: 'tenant',
        line_items: [{ price: prices.monthly.id, quantity: 2 }],
        subscription_data: {
          metadata: { tenantId: 'tenant' },
          ...(trialDays === undefined ? {} : { trial_period_days: trialDays }),
        },
        success_url: 'http://shop.test/done?session={CHECKOUT_SESSION_ID}',
        cancel_url: 'http://shop.test/left',
      });
      return id;
    },
    press: (path, form) =>
      double.fetch(`http://double.test${path}`, { method: 'POST', body: new URLSearchParams(form) }),
    open: async (path) => (await double.fetch(`http://double.test${path}`)).text(),
  };
}
