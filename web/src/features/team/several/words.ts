import { codeOfReason } from '@tenantry/model/errors';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import { OperationError } from '../../../shared/api/operation-error.ts';
import { issueText } from '../../../shared/form/issue-texts.ts';
import type { Tone } from '../../../shared/ui/basics/badge.tsx';
import { isAlready, type ResultRow } from './outcomes.ts';
import type { Fault } from './list/rows.ts';
import type { Outcome, Refused } from './send-list.ts';

export type Told = { readonly tone: Tone; readonly text: string };

const faults = {
  'no-address': { tone: 'danger', text: m.several_row_missing },
  invalid: { tone: 'danger', text: m.several_row_invalid },
  'unknown-role': { tone: 'danger', text: m.several_row_role },
  'role-beyond': { tone: 'danger', text: m.several_row_beyond },
  'message-long': { tone: 'danger', text: m.several_row_long },
  'message-text': { tone: 'danger', text: m.several_row_signs },
  spilt: { tone: 'danger', text: m.several_row_spilt },
  twice: { tone: 'warn', text: m.several_row_twice },
  'already-member': { tone: 'plain', text: m.several_row_member },
  'already-invited': { tone: 'plain', text: m.several_row_invited },
} as const satisfies Record<Fault, { tone: Tone; text: () => string }>;

/** What a row that is not good enough lacks, or what it is already. */
export function toldOfFault(fault: Fault): Told {
  const { tone, text } = faults[fault];
  return { tone, text: text() };
}

const outcomes = {
  sent: { tone: 'good', text: m.several_row_sent },
  unsent: { tone: 'warn', text: m.several_row_unsent },
  unknown: { tone: 'danger', text: m.several_row_unknown },
} as const satisfies Record<Exclude<Outcome, Refused>, { tone: Tone; text: () => string }>;

/** What came of a row. */
export function toldOfResult({ outcome, faults: kept }: ResultRow): Told[] {
  if (outcome === undefined) return kept.map(toldOfFault);
  if (typeof outcome === 'string') return [{ tone: outcomes[outcome].tone, text: outcomes[outcome].text() }];
  if (isAlready(outcome, 'already-invited')) return [toldOfFault('already-invited')];
  if (isAlready(outcome, 'already-member')) return [toldOfFault('already-member')];
  return [{ tone: 'danger', text: refusalText(outcome) }];
}

function refusalText({ reason, issues = [], limit, retryAfterSeconds }: Refused): string {
  if (issues[0]) return issueText(issues[0].code);
  const details = {
    reason,
    ...(limit !== undefined && { limit }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  return errorText(new OperationError(codeOfReason[reason], details));
}
