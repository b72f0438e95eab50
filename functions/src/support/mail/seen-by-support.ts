import type { MailLanguage } from '@tenantry/model/mail-languages';
import type { SupportRole } from '@tenantry/model/roles';

/** What support sees through a door of each scope, as a sentence. */
export const seenBySupport = {
  en: {
    support: 'Support can read products, settings and the log of changes, no people and no orders, and change nothing.',
    'support-people': 'Support can read everything, people and orders included, and change nothing.',
  },
  de: {
    support:
      'Der Support kann Produkte, Einstellungen und das Änderungsprotokoll lesen, keine Personen und keine Bestellungen, und nichts ändern.',
    'support-people': 'Der Support kann alles lesen, auch Personen und Bestellungen, und nichts ändern.',
  },
  fr: {
    support:
      'L’assistance peut lire les produits, les réglages et le journal des modifications, ni personnes ni commandes, sans rien modifier.',
    'support-people': 'L’assistance peut tout lire, personnes et commandes comprises, sans rien modifier.',
  },
} as const satisfies Record<MailLanguage, Record<SupportRole, string>>;
