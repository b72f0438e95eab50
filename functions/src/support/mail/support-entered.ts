import type { Template } from '../../mail/template.ts';
import { formatMoment } from '../../mail/wording.ts';
import { supportLetter } from './support-letter.tsx';

/** Tells an owner that somebody of support has come in: who, why, and for how long at most. */
export const supportEntered: Template<'support-entered'> = supportLetter(
  {
    en: ({ tenantName, actorName, until }, wording) => ({
      subject: `Support has come into ${tenantName}: ${actorName}`,
      heading: `Support has come into ${tenantName}`,
      text: `${actorName} of the platform’s support is looking into ${tenantName}, until ${formatMoment(until, wording)} at the latest.`,
      because: 'The log of changes tells which pages they open. Why they came:',
      action: 'Look at the log of changes',
    }),
    de: ({ tenantName, actorName, until }, wording) => ({
      subject: `Der Support ist bei ${tenantName}: ${actorName}`,
      heading: `Der Support ist bei ${tenantName}`,
      text: `${actorName} vom Support der Plattform sieht sich ${tenantName} an, längstens bis ${formatMoment(until, wording)}.`,
      because: 'Das Änderungsprotokoll nennt die Seiten, die dabei geöffnet werden. Der Anlass:',
      action: 'Änderungsprotokoll ansehen',
    }),
    fr: ({ tenantName, actorName, until }, wording) => ({
      subject: `L’assistance consulte ${tenantName} : ${actorName}`,
      heading: `L’assistance consulte ${tenantName}`,
      text: `${actorName}, de l’assistance de la plateforme, consulte ${tenantName}, au plus tard jusqu’au ${formatMoment(until, wording)}.`,
      because: 'Le journal des modifications indique les pages ouvertes. Le motif de la visite :',
      action: 'Voir le journal des modifications',
    }),
  },
  'audit',
);
