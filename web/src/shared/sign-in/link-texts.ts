import { m } from '../../paraglide/messages.js';
import type { LinkOutcome } from './email-link.ts';

/** What is said when a link did not sign in. */
export const linkTexts = {
  spent: m.signin_link_spent,
  'other-email': m.signin_link_other_email,
  disabled: m.signin_disabled,
  'too-many': m.signin_too_many,
  unreachable: m.signin_unreachable,
} satisfies Record<Exclude<LinkOutcome, 'done'>, () => string>;
