import { Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import { Action, Layout, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import type { Texts } from '../../mail/wording.ts';
import { customerTexts, Greeting, OrderSummary, orderUrl } from './order-summary.tsx';

type Key = 'subject' | 'preview' | 'heading' | 'text';

const texts: Texts<MailData<'order-fulfilled'>, Key> = {
  en: ({ shopName, number }) => ({
    subject: `Your order no. ${number} at ${shopName} is done`,
    preview: 'Your order is done.',
    heading: `Order no. ${number} is done`,
    text: `${shopName} has handed over or sent your order. Thank you!`,
  }),
  de: ({ shopName, number }) => ({
    subject: `Ihre Bestellung Nr. ${number} bei ${shopName} ist erledigt`,
    preview: 'Ihre Bestellung ist erledigt.',
    heading: `Bestellung Nr. ${number} ist erledigt`,
    text: `${shopName} hat Ihre Bestellung übergeben oder verschickt. Vielen Dank!`,
  }),
  fr: ({ shopName, number }) => ({
    subject: `Votre commande n° ${number} chez ${shopName} est traitée`,
    preview: 'Votre commande est traitée.',
    heading: `La commande n° ${number} est traitée`,
    text: `${shopName} vous a remis ou envoyé votre commande. Merci !`,
  }),
};

/** Tells a customer that their order was handed over or sent. */
export const orderFulfilled: Template<'order-fulfilled'> = (order, { webUrl, ...wording }) => {
  const { subject, preview, heading, text } = texts[wording.language](order, wording);
  const { footer, action } = customerTexts[wording.language](order.shopName);
  return {
    subject,
    body: (
      <Layout preview={preview} heading={heading} footer={footer}>
        <Greeting name={order.customerName} />
        <Text style={styles.text}>{text}</Text>
        <OrderSummary {...order} />
        <Action href={orderUrl(order, webUrl)} label={action} />
      </Layout>
    ),
  };
};
