import { Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import type { MailLanguage } from '@tenantry/model/mail-languages';
import { Action, Layout, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import type { Texts, Wording } from '../../mail/wording.ts';

type Key = 'subject' | 'heading' | 'text' | 'next' | 'action' | 'footer';
type Data = MailData<'usage-alert'>;

/** What is counted, as a sentence says it. */
const counted: Readonly<Record<MailLanguage, Readonly<Record<Data['meter'], string>>>> = {
  en: { orders: 'orders this month', seats: 'seats', products: 'products', exports: 'exports' },
  de: { orders: 'Bestellungen in diesem Monat', seats: 'Plätze', products: 'Produkte', exports: 'Exporte' },
  fr: { orders: 'commandes ce mois-ci', seats: 'places', products: 'produits', exports: 'exports' },
};

/** What happens at the limit: a customer's order is never refused for it. */
const atLimit: Readonly<Record<MailLanguage, (isOrders: boolean) => string>> = {
  en: (isOrders) =>
    isOrders
      ? 'At the limit your customers’ orders still come in; your team can take no more for them until next month.'
      : 'At the limit nothing is lost, and nothing can be added until you remove something or choose a larger plan.',
  de: (isOrders) =>
    isOrders
      ? 'Auch an der Grenze kommen die Bestellungen Ihrer Kundschaft weiter an; Ihr Team kann bis zum nächsten Monat keine mehr für sie aufnehmen.'
      : 'An der Grenze geht nichts verloren. Neues kommt erst wieder hinzu, wenn Sie etwas entfernen oder einen größeren Tarif wählen.',
  fr: (isOrders) =>
    isOrders
      ? 'Une fois la limite atteinte, les commandes de vos clients arrivent toujours ; votre équipe ne peut plus en prendre pour eux avant le mois prochain.'
      : 'Une fois la limite atteinte, rien n’est perdu, et rien ne peut être ajouté avant d’avoir retiré quelque chose ou choisi une offre plus grande.',
};

function numbers({ used, limit }: Data, { locale }: Wording): { used: string; limit: string } {
  const format = new Intl.NumberFormat(locale);
  return { used: format.format(used), limit: format.format(limit) };
}

const texts: Texts<Data, Key> = {
  en: (data, wording) => {
    const { used, limit } = numbers(data, wording);
    const what = `${used} of ${limit} ${counted.en[data.meter]}`;
    return {
      subject: `${data.tenantName} has used ${what}`,
      heading: data.percent === 100 ? 'A limit of your plan is reached' : 'A limit of your plan comes near',
      text: `${data.tenantName} has used ${what}.`,
      next: atLimit.en(data.meter === 'orders'),
      action: 'See usage',
      footer: `You get this mail because you are an owner of ${data.tenantName}. Every owner does.`,
    };
  },
  de: (data, wording) => {
    const { used, limit } = numbers(data, wording);
    const what = `${used} von ${limit} ${counted.de[data.meter]}`;
    return {
      subject: `${data.tenantName} nutzt ${what}`,
      heading: data.percent === 100 ? 'Eine Grenze Ihres Tarifs ist erreicht' : 'Eine Grenze Ihres Tarifs rückt näher',
      text: `${data.tenantName} nutzt ${what}.`,
      next: atLimit.de(data.meter === 'orders'),
      action: 'Verbrauch ansehen',
      footer: `Sie erhalten diese E-Mail, weil ${data.tenantName} Ihnen gehört. Alle Inhaber erhalten sie.`,
    };
  },
  fr: (data, wording) => {
    const { used, limit } = numbers(data, wording);
    const what = `${used} sur ${limit} ${counted.fr[data.meter]}`;
    return {
      subject: `${data.tenantName} a utilisé ${what}`,
      heading: data.percent === 100 ? 'Une limite de votre offre est atteinte' : 'Une limite de votre offre approche',
      text: `${data.tenantName} a utilisé ${what}.`,
      next: atLimit.fr(data.meter === 'orders'),
      action: 'Voir l’utilisation',
      footer: `Vous recevez cet e-mail parce que vous êtes propriétaire de ${data.tenantName}. Tous les propriétaires le reçoivent.`,
    };
  },
};

/** Tells an owner how much of a limit is used, and what happens when all of it is. */
export const usageAlert: Template<'usage-alert'> = (data, { webUrl, ...wording }) => {
  const { subject, heading, text, next, action, footer } = texts[wording.language](data, wording);
  return {
    subject,
    body: (
      <Layout preview={text} heading={heading} footer={footer}>
        <Text style={styles.text}>{text}</Text>
        <Text style={styles.text}>{next}</Text>
        <Action href={`${webUrl}/t/${encodeURIComponent(data.slug)}/usage`} label={action} />
      </Layout>
    ),
  };
};
