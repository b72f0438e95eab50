import type { Template } from '../../mail/template.ts';
import { formatMoment } from '../../mail/wording.ts';
import { supportLetter } from './support-letter.tsx';

/** Tells an owner that support may look in: who opened the door, until when, to see what, and why. */
export const supportOpened: Template<'support-opened'> = supportLetter(
  {
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
  },
  'settings',
);
