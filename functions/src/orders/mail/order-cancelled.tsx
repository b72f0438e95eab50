import { Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import { Action, Layout, Quote, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import type { Texts } from '../../mail/wording.ts';
import { customerTexts, Greeting, OrderSummary, orderUrl } from './order-summary.tsx';

type Key = 'subject' | 'heading' | 'what' | 'because';

const texts: Texts<MailData<'order-cancelled'>, Key> = {
  en: ({ shopName, number, byCustomer }) => ({
    subject: `Your order no. ${number} at ${shopName} was cancelled`,
    heading: `Order no. ${number} was cancelled`,
    what: byCustomer ? `You have cancelled your order at ${shopName}.` : `${shopName} has cancelled your order.`,
    because: 'The reason:',
  }),
  de: ({ shopName, number, byCustomer }) => ({
    subject: `Ihre Bestellung Nr. ${number} bei ${shopName} wurde storniert`,
    heading: `Bestellung Nr. ${number} wurde storniert`,
    what: byCustomer
      ? `Sie haben Ihre Bestellung bei ${shopName} storniert.`
      : `${shopName} hat Ihre Bestellung storniert.`,
    because: 'Der Grund:',
  }),
  fr: ({ shopName, number, byCustomer }) => ({
    subject: `Votre commande n° ${number} chez ${shopName} a été annulée`,
    heading: `La commande n° ${number} a été annulée`,
    what: byCustomer ? `Vous avez annulé votre commande chez ${shopName}.` : `${shopName} a annulé votre commande.`,
    because: 'Le motif :',
  }),
};

/** Tells a customer that their order was cancelled, by whom and why. */
export const orderCancelled: Template<'order-cancelled'> = (order, { webUrl, ...wording }) => {
  const { shopName, customerName, reason } = order;
  const { subject, heading, what, because } = texts[wording.language](order, wording);
  const { footer, action } = customerTexts[wording.language](shopName);
  return {
    subject,
    body: (
      <Layout preview={what} heading={heading} footer={footer}>
        <Greeting name={customerName} />
        <Text style={styles.text}>{reason === '' ? what : `${what} ${because}`}</Text>
        <Quote>{reason}</Quote>
        <OrderSummary {...order} />
        <Action href={orderUrl(order, webUrl)} label={action} />
      </Layout>
    ),
  };
};
