/** The languages that mails are written in. A text that lacks one of them does not compile. */
export const mailLanguages = ['en', 'de', 'fr'] as const;
export type MailLanguage = (typeof mailLanguages)[number];

/** The language of a mail to somebody of this locale: that of its beginning where we write it, else English. */
export function mailLanguageOf(locale: string): MailLanguage {
  const wanted = locale.split('-', 1)[0]?.toLowerCase();
  return mailLanguages.find((language) => language === wanted) ?? 'en';
}
