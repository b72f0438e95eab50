import { type MailLanguage, mailLanguageOf } from '@tenantry/model/mail-languages';
import { createContext, useContext } from 'react';

/** How a mail is written: in which language, its numbers, money and dates in which locale, and by which clock. */
export type Wording = { readonly language: MailLanguage; readonly locale: string; readonly timeZone: string };

/** What a template says, by language, each made of the mail's data. */
export type Texts<Data, Key extends string> = Readonly<
  Record<MailLanguage, (data: Data, wording: Wording) => Readonly<Record<Key, string>>>
>;

/** The wording for a locale. Where its language is not ours, numbers are written as the text is: in English. */
export function wordingFor(locale: string, timeZone: string): Wording {
  const language = mailLanguageOf(locale);
  const isOurs = locale.split('-', 1)[0]?.toLowerCase() === language;
  return { language, locale: isOurs ? locale : language, timeZone };
}

/** A moment (milliseconds) with its day and its time on the business's clock, named. */
export function formatMoment(milliseconds: number, { locale, timeZone }: Wording): string {
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(locale, format).format(milliseconds);
}

const WordingContext = createContext<Wording>(wordingFor('en', 'UTC'));
export const WordingProvider = WordingContext.Provider;

/** The wording of the mail that is being written, for the parts that every mail shares. */
export function useWording(): Wording {
  return useContext(WordingContext);
}
