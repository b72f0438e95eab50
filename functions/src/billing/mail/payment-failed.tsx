import { Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import { Action, Layout, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import { formatMoment, type Texts } from '../../mail/wording.ts';

type Key = 'subject' | 'heading' | 'text' | 'from' | 'action' | 'footer';

const texts: Texts<MailData<'payment-failed'>, Key> = {
  en: ({ tenantName, day, readonlyAt }, wording) => ({
    subject:
      day === 0 ? `The payment for ${tenantName} did not go through` : `The payment for ${tenantName} is still owed`,
    heading: day === 0 ? 'A payment did not go through' : 'A payment is still owed',
    text: `The payment for ${tenantName} could not be taken. It may be the card: please look at how you pay, or pay the open invoice.`,
    from: `Everything goes on as before until ${formatMoment(readonlyAt, wording)}. From then on ${tenantName} can be read and not changed, and your shop takes no orders until the payment arrives. Nothing is lost.`,
    action: 'Pay now',
    footer: `You get this mail because you are an owner of ${tenantName}. Every owner does.`,
  }),
  de: ({ tenantName, day, readonlyAt }, wording) => ({
    subject:
      day === 0 ? `Die Zahlung für ${tenantName} hat nicht geklappt` : `Die Zahlung für ${tenantName} steht noch aus`,
    heading: day === 0 ? 'Eine Zahlung hat nicht geklappt' : 'Eine Zahlung steht noch aus',
    text: `Die Zahlung für ${tenantName} konnte nicht eingezogen werden. Vielleicht liegt es an der Karte: Bitte prüfen Sie Ihre Zahlungsweise oder bezahlen Sie die offene Rechnung.`,
    from: `Bis ${formatMoment(readonlyAt, wording)} läuft alles weiter wie bisher. Danach kann ${tenantName} gelesen, aber nicht geändert werden, und Ihr Shop nimmt keine Bestellungen an, bis die Zahlung eingeht. Es geht nichts verloren.`,
    action: 'Jetzt bezahlen',
    footer: `Sie erhalten diese E-Mail, weil ${tenantName} Ihnen gehört. Alle Inhaber erhalten sie.`,
  }),
  fr: ({ tenantName, day, readonlyAt }, wording) => ({
    subject: day === 0 ? `Le paiement pour ${tenantName} a échoué` : `Le paiement pour ${tenantName} est toujours dû`,
    heading: day === 0 ? 'Un paiement a échoué' : 'Un paiement est toujours dû',
    text: `Le paiement pour ${tenantName} n’a pas pu être prélevé. Cela vient peut-être de la carte : vérifiez votre moyen de paiement ou réglez la facture ouverte.`,
    from: `Tout continue comme avant jusqu’au ${formatMoment(readonlyAt, wording)}. Ensuite ${tenantName} pourra être consulté mais pas modifié, et votre boutique ne prendra plus de commandes jusqu’au paiement. Rien n’est perdu.`,
    action: 'Payer maintenant',
    footer: `Vous recevez cet e-mail parce que vous êtes propriétaire de ${tenantName}. Tous les propriétaires le reçoivent.`,
  }),
};

/** Tells an owner that a payment is owed, until when nothing changes, and where to pay. */
export const paymentFailed: Template<'payment-failed'> = (data, { webUrl, ...wording }) => {
  const { subject, heading, text, from, action, footer } = texts[wording.language](data, wording);
  return {
    subject,
    body: (
      <Layout preview={text} heading={heading} footer={footer}>
        <Text style={styles.text}>{text}</Text>
        <Text style={styles.text}>{from}</Text>
        <Action href={`${webUrl}/t/${encodeURIComponent(data.slug)}/billing`} label={action} />
      </Layout>
    ),
  };
};
