import { Link, Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import { Action, Layout, Quote, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import { formatMoment, type Texts } from '../../mail/wording.ts';
import { OrderSummary } from './order-summary.tsx';

type Key = 'subject' | 'heading' | 'text' | 'wrote' | 'action' | 'footer' | 'change';

const texts: Texts<MailData<'order-arrived'>, Key> = {
  en: ({ shopName, number, customerName, placedAt }, wording) => ({
    subject: `New order no. ${number} at ${shopName}`,
    heading: `New order no. ${number}`,
    text: `${customerName || 'A customer'} ordered on ${formatMoment(placedAt, wording)}.`,
    wrote: 'They wrote:',
    action: 'Open the order',
    footer: `You get this mail because you asked to be told of new orders at ${shopName}.`,
    change: 'Change that',
  }),
  de: ({ shopName, number, customerName, placedAt }, wording) => ({
    subject: `Neue Bestellung Nr. ${number} bei ${shopName}`,
    heading: `Neue Bestellung Nr. ${number}`,
    text: `Bestellt von ${customerName || 'einer Kundin oder einem Kunden'} am ${formatMoment(placedAt, wording)}.`,
    wrote: 'Die Nachricht dazu:',
    action: 'Bestellung öffnen',
    footer: `Sie erhalten diese E-Mail, weil Sie bei ${shopName} über neue Bestellungen benachrichtigt werden möchten.`,
    change: 'Das ändern',
  }),
  fr: ({ shopName, number, customerName, placedAt }, wording) => ({
    subject: `Nouvelle commande n° ${number} chez ${shopName}`,
    heading: `Nouvelle commande n° ${number}`,
    text: `Commande de ${customerName || 'la part d’un client ou d’une cliente'}, le ${formatMoment(placedAt, wording)}.`,
    wrote: 'Le message joint :',
    action: 'Ouvrir la commande',
    footer: `Vous recevez cet e-mail parce que vous avez demandé un message à chaque nouvelle commande chez ${shopName}.`,
    change: 'Modifier ce choix',
  }),
};

/** Tells somebody of the team, who asked for it, that a customer has ordered. */
export const orderArrived: Template<'order-arrived'> = (order, { webUrl, ...wording }) => {
  const { subject, heading, text, wrote, action, footer, change } = texts[wording.language](order, wording);
  const workspace = `${webUrl}/t/${encodeURIComponent(order.slug)}`;
  const why = (
    <>
      {footer} <Link href={`${workspace}/orders/notifications`}>{change}</Link>
    </>
  );
  return {
    subject,
    body: (
      <Layout preview={text} heading={heading} footer={why}>
        <Text style={styles.text}>{text}</Text>
        <OrderSummary {...order} />
        {order.message === '' ? null : <Text style={styles.text}>{wrote}</Text>}
        <Quote>{order.message}</Quote>
        <Action href={`${workspace}/orders/${encodeURIComponent(order.orderId)}`} label={action} />
      </Layout>
    ),
  };
};
