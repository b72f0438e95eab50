import { Text } from '@react-email/components';
import { Action, Layout, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import { Greeting, orderFooter, OrderSummary, orderUrl } from './order-summary.tsx';

/** Tells a customer that their order was handed over or sent. */
export const orderFulfilled: Template<'order-fulfilled'> = (order, { webUrl }) => {
  const { shopName, number, customerName } = order;
  return {
    subject: `Your order no. ${number} at ${shopName} is done`,
    body: (
      <Layout preview="Your order is done." heading={`Order no. ${number} is done`} footer={orderFooter(order)}>
        <Greeting name={customerName} />
        <Text style={styles.text}>{`${shopName} has handed over or sent your order. Thank you!`}</Text>
        <OrderSummary {...order} />
        <Action href={orderUrl(order, webUrl)} label="See your order" />
      </Layout>
    ),
  };
};
