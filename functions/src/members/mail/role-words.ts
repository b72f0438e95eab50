import type { MailLanguage } from '@tenantry/model/mail-languages';
import type { BuiltInRole } from '@tenantry/model/roles';
import { isBuiltInRole } from '@tenantry/model/roles';

/** What one is, in a shop's words. */
const words = {
  en: {
    owner: 'an owner',
    admin: 'an administrator',
    member: 'a member of the team',
    viewer: 'a member of the team who can look at everything',
    customer: 'a customer',
    support: 'support',
    'support-people': 'support',
  },
  de: {
    owner: 'Inhaber/in',
    admin: 'Administrator/in',
    member: 'Mitglied des Teams',
    viewer: 'Mitglied des Teams, das alles ansehen kann',
    customer: 'Kundin oder Kunde',
    support: 'Support',
    'support-people': 'Support',
  },
  fr: {
    owner: 'propriétaire',
    admin: 'administrateur ou administratrice',
    member: 'membre de l’équipe',
    viewer: 'membre de l’équipe avec un accès en lecture seule',
    customer: 'client ou cliente',
    support: 'assistance',
    'support-people': 'assistance',
  },
} as const satisfies Record<MailLanguage, Record<BuiltInRole, string>>;

const quoted = {
  en: (name) => `“${name}”`,
  de: (name) => `„${name}“`,
  fr: (name) => `« ${name} »`,
} as const satisfies Record<MailLanguage, (name: string) => string>;

/** A role after “as” or “you are”; one of the business's own by its name. */
export function roleWords(role: string, language: MailLanguage): string {
  return isBuiltInRole(role) ? words[language][role] : quoted[language](role);
}
