import type { ErrorDetails, ErrorReason } from '@tenantry/model/errors';
import { errorCode } from '../firebase/error-code.ts';
import { m } from '../../paraglide/messages.js';
import { OperationError } from './operation-error.ts';

/** A shop that takes no new customers is `closed`, its door to support `shut`; `refused` is the word of those who take payments. */
const stateTexts: Readonly<Record<string, () => string>> = {
  closed: m.reason_join_closed,
  readonly: m.reason_readonly,
  shut: m.reason_door_shut,
  refused: m.reason_payments_refused,
};

/** Seconds from which on a person is told the time of day. */
const hour = 3_600;

/** The time in so many seconds, where the person is. */
function clockIn(seconds: number): string {
  const time = new Intl.DateTimeFormat(undefined, { weekday: 'long', hour: '2-digit', minute: '2-digit' });
  // What is given up to the day's end in whole seconds is meant to be over by then.
  return time.format(Math.ceil((Date.now() + seconds * 1_000) / 60_000) * 60_000);
}

/** What a person reads for each reason: what happened, and what to do next. */
const texts = {
  'sign-in': () => m.reason_sign_in(),
  'email-unverified': () => m.reason_email_unverified(),
  'app-check': () => m.reason_app_check(),
  denied: () => m.reason_denied(),
  input: () => m.reason_input(),
  'unknown-operation': () => m.reason_unknown_operation(),
  missing: () => m.reason_missing(),
  'slug-taken': () => m.issue_slug_taken(),
  'slug-reserved': () => m.issue_slug_reserved(),
  'sku-taken': () => m.reason_sku_taken(),
  'already-member': () => m.reason_already_member(),
  'already-invited': () => m.reason_already_invited(),
  'plan-feature': () => m.reason_plan_feature(),
  'plan-limit': ({ limit }) => m.reason_plan_limit({ limit: limit ?? '' }),
  rate: ({ retryAfterSeconds = 60 }) =>
    retryAfterSeconds < hour
      ? m.reason_rate({ seconds: retryAfterSeconds })
      : m.reason_rate_day({ time: clockIn(retryAfterSeconds) }),
  state: ({ status = '' }) => (stateTexts[status] ?? m.reason_state)(),
  stock: ({ lines = [] }) =>
    m.reason_stock({ lines: lines.map(({ name, available }) => m.reason_stock_line({ name, available })).join(', ') }),
  'price-changed': () => m.reason_price_changed(),
  'idempotency-key-reused': () => m.reason_idempotency(),
  'recent-login': () => m.reason_recent_login(),
  'last-owner': () => m.reason_last_owner(),
  'invite-email': () => m.reason_invite_email(),
  'invite-expired': () => m.reason_invite_expired(),
  'invite-used': () => m.reason_invite_used(),
  'invite-revoked': () => m.reason_invite_revoked(),
  'currency-fixed': () => m.reason_currency_fixed(),
  'role-retired': () => m.reason_role_retired(),
  'role-taken': () => m.issue_role_taken(),
  contention: ({ status }) => (status === 'unreachable' ? m.reason_payments_unreachable() : m.reason_contention()),
} satisfies Record<ErrorReason, (details: Partial<ErrorDetails>) => string>;

/** The person's text for anything that was thrown, a refusal of an operation, a write that rules refused, or worse. */
export function errorText(error: unknown): string {
  if (error instanceof OperationError) {
    if (error.reason) return texts[error.reason](error.details);
    return error.code === 'unavailable' ? m.reason_unavailable() : m.reason_unknown();
  }
  const code = errorCode(error);
  if (code === 'permission-denied') return m.reason_denied();
  return code === 'unavailable' ? m.reason_unavailable() : m.reason_unknown();
}
