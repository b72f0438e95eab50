import type { MailLanguage } from '@tenantry/model/mail-languages';

/** Why a mail about one's place in a business came. */
export const whyFromTeam = {
  en: (name) => `You get this mail because you belong, or belonged, to ${name}.`,
  de: (name) => `Sie erhalten diese E-Mail, weil Sie zu ${name} gehören oder gehört haben.`,
  fr: (name) => `Vous recevez cet e-mail parce que vous faites ou avez fait partie de ${name}.`,
} as const satisfies Record<MailLanguage, (tenantName: string) => string>;
