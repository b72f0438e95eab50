import { Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import { Action, Layout, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import type { Texts } from '../../mail/wording.ts';
import { whyFromTeam } from './why.ts';

type Key = 'subject' | 'heading' | 'text' | 'action';

const texts: Texts<MailData<'ownership-offered'>, Key> = {
  en: ({ tenantName, actorName }) => ({
    subject: `${actorName} offers you ${tenantName}`,
    heading: `Become an owner of ${tenantName}`,
    text: `${actorName} wants to hand ${tenantName} over to you. If you accept within a week, you are an owner and ${actorName} becomes an administrator. Nothing changes if you don’t.`,
    action: 'Look at the offer',
  }),
  de: ({ tenantName, actorName }) => ({
    subject: `${actorName} bietet Ihnen ${tenantName} an`,
    heading: `Übernehmen Sie ${tenantName}`,
    text: `${actorName} möchte Ihnen ${tenantName} übergeben. Nehmen Sie innerhalb einer Woche an, gehört das Unternehmen Ihnen und ${actorName} ist nur noch für die Verwaltung zuständig. Sonst ändert sich nichts.`,
    action: 'Angebot ansehen',
  }),
  fr: ({ tenantName, actorName }) => ({
    subject: `${actorName} vous propose de reprendre ${tenantName}`,
    heading: `Devenez propriétaire de ${tenantName}`,
    text: `${actorName} souhaite vous confier ${tenantName}. Si vous acceptez dans un délai d’une semaine, vous en devenez propriétaire et ${actorName} n’en assure plus que l’administration. Sinon, rien ne change.`,
    action: 'Voir la proposition',
  }),
};

/** Tells somebody that an owner wants to hand over to them. */
export const ownershipOffered: Template<'ownership-offered'> = (data, { webUrl, ...wording }) => {
  const { subject, heading, text, action } = texts[wording.language](data, wording);
  const { tenantName, slug } = data;
  return {
    subject,
    body: (
      <Layout preview={heading} heading={heading} footer={whyFromTeam[wording.language](tenantName)}>
        <Text style={styles.text}>{text}</Text>
        <Action href={`${webUrl}/t/${encodeURIComponent(slug)}/team`} label={action} />
      </Layout>
    ),
  };
};
