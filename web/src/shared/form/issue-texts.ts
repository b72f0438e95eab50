import { m } from '../../paraglide/messages.js';

/** The words for each code that a schema or the server gives a field; zod's own texts are for developers. */
const texts: Record<string, () => string> = {
  required: m.issue_required,
  type: m.issue_required,
  over: m.issue_over,
  'too-small': m.issue_too_small,
  'too-big': m.issue_too_big,
  'too-long': m.issue_too_long,
  'invalid-format': m.issue_format,
  'invalid-value': m.issue_value,
  'one-line': m.issue_one_line,
  text: m.issue_text,
  currency: m.issue_currency,
  locale: m.issue_locale,
  'time-zone': m.issue_time_zone,
  'not-zero': m.issue_not_zero,
  amount: m.issue_amount,
  email: m.signin_email_invalid,
  'slug-length': m.issue_slug_length,
  'slug-form': m.issue_slug_form,
  'slug-reserved': m.issue_slug_reserved,
  'slug-taken': m.issue_slug_taken,
  'sku-taken': m.reason_sku_taken,
  'already-member': m.reason_already_member,
  'already-invited': m.reason_already_invited,
  'currency-fixed': m.reason_currency_fixed,
  'role-retired': m.reason_role_retired,
  'built-in-role': m.issue_built_in_role,
  'role-key-form': m.issue_role_key_form,
  'role-taken': m.issue_role_taken,
  'unknown-role': m.issue_unknown_role,
};

/** A field's problem in plain words. Unknown codes get the general one. */
export function issueText(code: string | undefined): string {
  return (texts[code ?? ''] ?? m.issue_value)();
}
