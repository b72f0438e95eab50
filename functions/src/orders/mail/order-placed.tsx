import { Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import { Action, Layout, Lines, Quote, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import type { Texts } from '../../mail/wording.ts';
import { customerTexts, Greeting, OrderSummary, orderUrl } from './order-summary.tsx';

type Key = 'subject' | 'preview' | 'heading' | 'text' | 'wrote';

const texts: Texts<MailData<'order-placed'>, Key> = {
  en: ({ shopName, number }) => ({
    subject: `Your order no. ${number} at ${shopName}`,
    preview: 'We have your order.',
    heading: `Order no. ${number}`,
    text: `${shopName} has received your order.`,
    wrote: 'You wrote:',
  }),
  de: ({ shopName, number }) => ({
    subject: `Ihre Bestellung Nr. ${number} bei ${shopName}`,
    preview: 'Ihre Bestellung ist angekommen.',
    heading: `Bestellung Nr. ${number}`,
    text: `${shopName} hat Ihre Bestellung erhalten.`,
    wrote: 'Sie haben geschrieben:',
  }),
  fr: ({ shopName, number }) => ({
    subject: `Votre commande n° ${number} chez ${shopName}`,
    preview: 'Nous avons bien reçu votre commande.',
    heading: `Commande n° ${number}`,
    text: `${shopName} a bien reçu votre commande.`,
    wrote: 'Vous avez écrit :',
  }),
};

/** Confirms an order to its customer, with the shop's own text. */
export const orderPlaced: Template<'order-placed'> = (order, { webUrl, ...wording }) => {
  const { shopName, customerName, orderText, message } = order;
  const { subject, preview, heading, text, wrote } = texts[wording.language](order, wording);
  const { footer, action } = customerTexts[wording.language](shopName);
  return {
    subject,
    body: (
      <Layout preview={preview} heading={heading} footer={footer}>
        <Greeting name={customerName} />
        <Text style={styles.text}>{text}</Text>
        <OrderSummary {...order} />
        {message === '' ? null : <Text style={styles.text}>{wrote}</Text>}
        <Quote>{message}</Quote>
        {orderText === '' ? null : (
          <Text style={styles.text}>
            <Lines>{orderText}</Lines>
          </Text>
        )}
        <Action href={orderUrl(order, webUrl)} label={action} />
      </Layout>
    ),
  };
};
