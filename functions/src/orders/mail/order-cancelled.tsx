import { Text } from '@react-email/components';
import { Action, Layout, Quote, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import { Greeting, orderFooter, OrderSummary, orderUrl } from './order-summary.tsx';

/** Tells a customer that their order was cancelled, by whom and why. */
export const orderCancelled: Template<'order-cancelled'> = (order, { webUrl }) => {
  const { shopName, number, customerName, reason, byCustomer } = order;
  const what = byCustomer ? `You have cancelled your order at ${shopName}.` : `${shopName} has cancelled your order.`;
  return {
    subject: `Your order no. ${number} at ${shopName} was cancelled`,
    body: (
      <Layout preview={what} heading={`Order no. ${number} was cancelled`} footer={orderFooter(order)}>
        <Greeting name={customerName} />
        <Text style={styles.text}>{reason === '' ? what : `${what} The reason:`}</Text>
        <Quote>{reason}</Quote>
        <OrderSummary {...order} />
        <Action href={orderUrl(order, webUrl)} label="See your order" />
      </Layout>
    ),
  };
};
