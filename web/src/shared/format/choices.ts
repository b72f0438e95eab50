/** What people choose from: currencies, time zones and languages, as the browser knows and names them. */

type Option = { readonly value: string; readonly label: string };

/** Languages that texts of dates and numbers are offered in. */
const offeredLocales = [
  'en-GB',
  'en-US',
  'de-DE',
  'de-AT',
  'de-CH',
  'fr-FR',
  'es-ES',
  'it-IT',
  'nl-NL',
  'pl-PL',
  'pt-PT',
  'pt-BR',
  'sv-SE',
  'da-DK',
  'fi-FI',
  'nb-NO',
  'cs-CZ',
  'tr-TR',
  'uk-UA',
  'ja-JP',
  'ko-KR',
  'zh-CN',
];

export function currencyOptions(): Option[] {
  const names = new Intl.DisplayNames(undefined, { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    label: `${code} – ${names.of(code) ?? code}`,
  }));
}

/** `chosen` is offered even when the browser would not list it. */
export function timeZoneOptions(chosen: string): Option[] {
  const zones = Intl.supportedValuesOf('timeZone');
  return [...new Set([chosen, 'UTC', ...zones])]
    .toSorted()
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}

/** `chosen` is offered even when it is not among ours. */
export function localeOptions(chosen: string | undefined): Option[] {
  return [...new Set([...(chosen ? [chosen] : []), ...offeredLocales])]
    .map((tag) => ({ value: tag, label: nameOf(tag) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
}

const currencyOfRegion: Record<string, string> = {
  US: 'USD',
  GB: 'GBP',
  CH: 'CHF',
  JP: 'JPY',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  IN: 'INR',
  BR: 'BRL',
  TR: 'TRY',
  UA: 'UAH',
};

/** The currency of where the browser's language is spoken; euro when that says nothing. */
export function guessedCurrency(): string {
  const { region } = new Intl.Locale(navigator.language).maximize();
  return currencyOfRegion[region ?? ''] ?? 'EUR';
}
