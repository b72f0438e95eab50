import { Text } from '@react-email/components';
import type { MailData } from '@tenantry/model/mails';
import { Action, Layout, Quote, styles } from '../../mail/layout.tsx';
import type { Template } from '../../mail/template.ts';
import { formatMoment, type Texts } from '../../mail/wording.ts';
import { seenBySupport } from './seen-by-support.ts';
import { whyOwner } from './why-owner.ts';

type Key = 'subject' | 'heading' | 'text' | 'because' | 'action';

const texts: Texts<MailData<'support-opened'>, Key> = {
  en: ({ tenantName, actorName, until }, wording) => ({
    subject: `${actorName} has let support into ${tenantName}`,
    heading: `Support may look into ${tenantName}`,
    text: `${actorName} has opened the door to the platform’s support until ${formatMoment(until, wording)}.`,
    because: 'You can shut the door at any time. What it is about:',
    action: 'See or shut the door',
  }),
  de: ({ tenantName, actorName, until }, wording) => ({
    subject: `${actorName} hat den Support bei ${tenantName} eingelassen`,
    heading: `Der Support darf ${tenantName} ansehen`,
    text: `${actorName} hat dem Support der Plattform bis ${formatMoment(until, wording)} Zutritt gegeben.`,
    because: 'Sie können den Zutritt jederzeit beenden. Worum es geht:',
    action: 'Zutritt ansehen oder beenden',
  }),
  fr: ({ tenantName, actorName, until }, wording) => ({
    subject: `${actorName} a ouvert ${tenantName} à l’assistance`,
    heading: `L’assistance peut consulter ${tenantName}`,
    text: `${actorName} a ouvert l’accès à l’assistance de la plateforme jusqu’au ${formatMoment(until, wording)}.`,
    because: 'Vous pouvez fermer l’accès à tout moment. Le motif indiqué :',
    action: 'Voir ou fermer l’accès',
  }),
};

/** Tells an owner that support may look in: who opened the door, until when, to see what, and why. */
export const supportOpened: Template<'support-opened'> = (data, { webUrl, ...wording }) => {
  const { subject, heading, text, because, action } = texts[wording.language](data, wording);
  const { tenantName, slug, reason, scope } = data;
  return {
    subject,
    body: (
      <Layout preview={text} heading={heading} footer={whyOwner[wording.language](tenantName)}>
        <Text style={styles.text}>{`${text} ${seenBySupport[wording.language][scope]}`}</Text>
        <Text style={styles.text}>{because}</Text>
        <Quote>{reason}</Quote>
        <Action href={`${webUrl}/t/${encodeURIComponent(slug)}/settings`} label={action} />
      </Layout>
    ),
  };
};
