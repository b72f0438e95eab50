import type { MailLanguage } from '@tenantry/model/mail-languages';

/** Why a mail about support's door came. */
export const whyOwner = {
  en: (name) => `You get this mail because you are an owner of ${name}. Every owner does.`,
  de: (name) => `Sie erhalten diese E-Mail, weil ${name} Ihnen gehört. Alle Inhaber erhalten sie.`,
  fr: (name) =>
    `Vous recevez cet e-mail parce que vous êtes propriétaire de ${name}. Tous les propriétaires le reçoivent.`,
} as const satisfies Record<MailLanguage, (tenantName: string) => string>;
