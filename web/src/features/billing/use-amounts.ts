import { billingCurrency } from '@tenantry/model/billing/price-table';
import { formatMoney } from '../../shared/format/money.ts';
import { usePersonLocale } from '../../shared/tenant/use-user.ts';

type Amounts = {
  /** Minor units of a currency, what the platform bills in without one, as people read them. */
  readonly money: (amount: number, currency?: string) => string;
  readonly count: (count: number) => string;
};

/** What is paid to the platform: in a currency that need not be the business's own, in the person's language. */
export function useAmounts(): Amounts {
  const locale = usePersonLocale();
  return {
    money: (amount, currency = billingCurrency) => formatMoney(amount, currency.toUpperCase(), locale),
    count: (count) => new Intl.NumberFormat(locale).format(count),
  };
}
