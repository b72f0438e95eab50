import type { MailLanguage } from '@tenantry/model/mail-languages';
import type { OrderMail } from '@tenantry/model/mails';
import { Text } from '@react-email/components';
import type { CSSProperties } from 'react';
import { styles } from '../../mail/layout.tsx';
import { useWording } from '../../mail/wording.ts';
import { formatMoney } from './money.ts';

const cell: CSSProperties = { ...styles.text, margin: 0, padding: '8px 0', borderBottom: '1px solid #e4e4e7' };
const amount: CSSProperties = { ...cell, textAlign: 'right', whiteSpace: 'nowrap', paddingLeft: '16px' };

const totalWords = {
  en: (money) => `Total: ${money}`,
  de: (money) => `Summe: ${money}`,
  fr: (money) => `Total : ${money}`,
} as const satisfies Record<MailLanguage, (money: string) => string>;

/** What was ordered, line by line, and the total, in the shop's currency. */
export function OrderSummary({ lines, total, currency }: Pick<OrderMail, 'lines' | 'total' | 'currency'>) {
  const { language, locale } = useWording();
  const money = (minorUnits: number) => formatMoney(minorUnits, currency, locale);
  const count = new Intl.NumberFormat(locale);
  return (
    <>
      <table className="data" style={{ width: '100%', borderCollapse: 'collapse', margin: '0 0 16px' }}>
        <tbody>
          {lines.map(({ productId, name, sku, quantity, unitAmount }) => (
            <tr key={productId}>
              <td style={cell}>
                {`${count.format(quantity)} × ${name}`} <span style={styles.quiet}>{`(${sku})`}</span>
              </td>
              <td style={amount}>{money(quantity * unitAmount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text style={{ ...styles.text, textAlign: 'right', fontWeight: 600 }}>{totalWords[language](money(total))}</Text>
    </>
  );
}

const hello = { en: 'Hello', de: 'Guten Tag', fr: 'Bonjour' } as const satisfies Record<MailLanguage, string>;

/** How a mail begins. A name may be missing. */
export function Greeting({ name }: { readonly name: string }) {
  const { language } = useWording();
  return <Text style={styles.text}>{name === '' ? `${hello[language]},` : `${hello[language]} ${name},`}</Text>;
}

/** The order's page in the shop. */
export function orderUrl({ slug, orderId }: Pick<OrderMail, 'slug' | 'orderId'>, webUrl: string): string {
  return `${webUrl}/portal/${encodeURIComponent(slug)}/orders/${encodeURIComponent(orderId)}`;
}

/** What every mail to an order's customer says in the same words: why it came, and where the order is. */
export const customerTexts = {
  en: (shopName) => ({
    footer: `You get this mail because of your order at ${shopName}.`,
    action: 'See your order',
  }),
  de: (shopName) => ({
    footer: `Sie erhalten diese E-Mail wegen Ihrer Bestellung bei ${shopName}.`,
    action: 'Bestellung ansehen',
  }),
  fr: (shopName) => ({
    footer: `Vous recevez cet e-mail en raison de votre commande chez ${shopName}.`,
    action: 'Voir votre commande',
  }),
} as const satisfies Record<MailLanguage, (shopName: string) => { footer: string; action: string }>;
