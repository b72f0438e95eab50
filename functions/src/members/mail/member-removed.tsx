import { Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import { Action, Layout, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import type { Texts } from '../../mail/wording.ts';
import { whyFromTeam } from './why.ts';

type Key = 'subject' | 'preview' | 'text' | 'action';

const texts: Texts<MailData<'member-removed'>, Key> = {
  en: ({ tenantName, actorName }) => ({
    subject: `You no longer belong to ${tenantName}`,
    preview: `Your access to ${tenantName} has ended.`,
    text: `${actorName} has removed you, and your access ended at once. If that is a mistake, ask them for a new invitation.`,
    action: 'See your businesses',
  }),
  de: ({ tenantName, actorName }) => ({
    subject: `Sie gehören nicht mehr zu ${tenantName}`,
    preview: `Ihr Zugang zu ${tenantName} ist beendet.`,
    text: `${actorName} hat Sie entfernt, Ihr Zugang ist seitdem gesperrt. Ist das ein Versehen, bitten Sie dort um eine neue Einladung.`,
    action: 'Zu Ihren Unternehmen',
  }),
  fr: ({ tenantName, actorName }) => ({
    subject: `Vous ne faites plus partie de ${tenantName}`,
    preview: `Votre accès à ${tenantName} a pris fin.`,
    text: `${actorName} a mis fin à votre participation et votre accès est fermé depuis. Si c’est une erreur, demandez une nouvelle invitation.`,
    action: 'Voir vos entreprises',
  }),
};

/** Tells somebody that they are in a business no longer. */
export const memberRemoved: Template<'member-removed'> = (data, { webUrl, ...wording }) => {
  const { subject, preview, text, action } = texts[wording.language](data, wording);
  return {
    subject,
    body: (
      <Layout preview={preview} heading={subject} footer={whyFromTeam[wording.language](data.tenantName)}>
        <Text style={styles.text}>{text}</Text>
        <Action href={webUrl} label={action} />
      </Layout>
    ),
  };
};
