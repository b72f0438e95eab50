import { Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import { Action, Layout, Quote, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import type { Texts } from '../../mail/wording.ts';
import { roleWords } from './role-words.ts';

type Key = 'subject' | 'preview' | 'heading' | 'footer' | 'text' | 'action';

const texts: Texts<MailData<'invitation'>, Key> = {
  en: ({ tenantName, inviterName, role }) => ({
    subject: `${inviterName} invites you to ${tenantName}`,
    preview: `Join ${tenantName} as ${roleWords(role, 'en')}.`,
    heading: `Join ${tenantName}`,
    text: `${inviterName} invites you to ${tenantName}, as ${roleWords(role, 'en')}.`,
    action: 'Accept the invitation',
    footer:
      'You get this mail because somebody entered your address. If you don’t know them, leave it: nothing happens.',
  }),
  de: ({ tenantName, inviterName, role }) => ({
    subject: `${inviterName} lädt Sie zu ${tenantName} ein`,
    preview: `Ihre Einladung zu ${tenantName}: ${roleWords(role, 'de')}.`,
    heading: `Einladung zu ${tenantName}`,
    text: `${inviterName} lädt Sie zu ${tenantName} ein. Ihre Rolle dort: ${roleWords(role, 'de')}.`,
    action: 'Einladung annehmen',
    footer:
      'Sie erhalten diese E-Mail, weil jemand Ihre Adresse eingegeben hat. Kennen Sie diese Person nicht, brauchen Sie nichts zu tun: Es geschieht nichts.',
  }),
  fr: ({ tenantName, inviterName, role }) => ({
    subject: `${inviterName} vous invite à rejoindre ${tenantName}`,
    preview: `Rejoignez ${tenantName} en tant que ${roleWords(role, 'fr')}.`,
    heading: `Rejoignez ${tenantName}`,
    text: `${inviterName} vous invite à rejoindre ${tenantName} en tant que ${roleWords(role, 'fr')}.`,
    action: 'Accepter l’invitation',
    footer:
      'Vous recevez cet e-mail parce que quelqu’un a saisi votre adresse. Si vous ne connaissez pas cette personne, ignorez-le : il ne se passera rien.',
  }),
};

/** Asks somebody to join a business. The link is theirs alone and works once. */
export const invitation: Template<'invitation'> = (data, { secretLink, ...wording }) => {
  const { subject, preview, heading, footer, text, action } = texts[wording.language](data, wording);
  return {
    subject,
    body: (
      <Layout preview={preview} heading={heading} footer={footer}>
        <Text style={styles.text}>{text}</Text>
        <Quote>{data.message}</Quote>
        <Action href={secretLink} label={action} />
      </Layout>
    ),
  };
};
