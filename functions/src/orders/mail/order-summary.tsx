import type { OrderMail } from '@tenantry/model/mails';
import { Text } from '@react-email/components';
import type { CSSProperties } from 'react';
import { styles } from '../../mail/layout.tsx';
import { formatMoney } from './money.ts';

const cell: CSSProperties = { ...styles.text, margin: 0, padding: '8px 0', borderBottom: '1px solid #e4e4e7' };
const amount: CSSProperties = { ...cell, textAlign: 'right', whiteSpace: 'nowrap', paddingLeft: '16px' };

/** What was ordered, line by line, and the total, in the shop's currency. */
export function OrderSummary({ lines, total, currency, locale }: OrderMail) {
  const money = (minorUnits: number) => formatMoney(minorUnits, currency, locale);
  return (
    <>
      <table className="data" style={{ width: '100%', borderCollapse: 'collapse', margin: '0 0 16px' }}>
        <tbody>
          {lines.map(({ productId, name, sku, quantity, unitAmount }) => (
            <tr key={productId}>
              <td style={cell}>
                {`${quantity} × ${name}`} <span style={styles.quiet}>{`(${sku})`}</span>
              </td>
              <td style={amount}>{money(quantity * unitAmount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text style={{ ...styles.text, textAlign: 'right', fontWeight: 600 }}>{`Total: ${money(total)}`}</Text>
    </>
  );
}

/** How a mail begins. A name may be missing. */
export function Greeting({ name }: { readonly name: string }) {
  return <Text style={styles.text}>{name === '' ? 'Hello,' : `Hello ${name},`}</Text>;
}

/** The order's page in the shop. */
export function orderUrl({ slug, orderId }: Pick<OrderMail, 'slug' | 'orderId'>, webUrl: string): string {
  return `${webUrl}/portal/${encodeURIComponent(slug)}/orders/${encodeURIComponent(orderId)}`;
}

/** Why a mail about an order came. */
export function orderFooter({ shopName }: Pick<OrderMail, 'shopName'>): string {
  return `You get this mail because of your order at ${shopName}.`;
}
