import { Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import { Action, Layout, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import type { Texts } from '../../mail/wording.ts';
import { roleWords } from './role-words.ts';
import { whyFromTeam } from './why.ts';

type Key = 'subject' | 'preview' | 'heading' | 'text' | 'action';

const texts: Texts<MailData<'role-changed'>, Key> = {
  en: ({ tenantName, actorName, role }) => ({
    subject: `Your role at ${tenantName} has changed`,
    preview: `You are ${roleWords(role, 'en')} at ${tenantName} now.`,
    heading: 'Your role has changed',
    text: `${actorName} has changed it, and it holds at once.`,
    action: `Open ${tenantName}`,
  }),
  de: ({ tenantName, actorName, role }) => ({
    subject: `Ihre Rolle bei ${tenantName} hat sich geändert`,
    preview: `Ihre Rolle bei ${tenantName} ist jetzt: ${roleWords(role, 'de')}.`,
    heading: 'Ihre Rolle hat sich geändert',
    text: `${actorName} hat sie geändert; das gilt ab sofort.`,
    action: `${tenantName} öffnen`,
  }),
  fr: ({ tenantName, actorName, role }) => ({
    subject: `Votre rôle chez ${tenantName} a changé`,
    preview: `Votre rôle chez ${tenantName} est désormais : ${roleWords(role, 'fr')}.`,
    heading: 'Votre rôle a changé',
    text: `${actorName} l’a modifié, avec effet immédiat.`,
    action: `Ouvrir ${tenantName}`,
  }),
};

/** Tells somebody that they are something else in a business from now on. */
export const roleChanged: Template<'role-changed'> = (data, { webUrl, ...wording }) => {
  const { subject, preview, heading, text, action } = texts[wording.language](data, wording);
  const { tenantName, slug } = data;
  return {
    subject,
    body: (
      <Layout preview={preview} heading={heading} footer={whyFromTeam[wording.language](tenantName)}>
        <Text style={styles.text}>{`${preview} ${text}`}</Text>
        <Action href={`${webUrl}/t/${encodeURIComponent(slug)}`} label={action} />
      </Layout>
    ),
  };
};
