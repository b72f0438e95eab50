import { m } from '../../../paraglide/messages.js';
import type { CodeOutcome } from './code-outcome.ts';

/** What is said when a code did not do. */
export const codeTexts = {
  'wrong-code': m.code_wrong,
  'too-late': m.code_too_late,
  'recent-login': m.reason_recent_login,
  'other-kind': m.code_other_kind,
  'too-many': m.signin_too_many,
  unreachable: m.signin_unreachable,
} satisfies Record<Exclude<CodeOutcome, 'done'>, () => string>;
