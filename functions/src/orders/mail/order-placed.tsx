import { Text } from '@react-email/components';
import { Action, Layout, Lines, Quote, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import { Greeting, orderFooter, OrderSummary, orderUrl } from './order-summary.tsx';

/** Confirms an order to its customer, with the shop's own text. */
export const orderPlaced: Template<'order-placed'> = (order, { webUrl }) => {
  const { shopName, number, customerName, orderText, message } = order;
  return {
    subject: `Your order no. ${number} at ${shopName}`,
    body: (
      <Layout preview="We have your order." heading={`Order no. ${number}`} footer={orderFooter(order)}>
        <Greeting name={customerName} />
        <Text style={styles.text}>{`${shopName} has received your order.`}</Text>
        <OrderSummary {...order} />
        {message === '' ? null : <Text style={styles.text}>You wrote:</Text>}
        <Quote>{message}</Quote>
        {orderText === '' ? null : (
          <Text style={styles.text}>
            <Lines>{orderText}</Lines>
          </Text>
        )}
        <Action href={orderUrl(order, webUrl)} label="See your order" />
      </Layout>
    ),
  };
};
