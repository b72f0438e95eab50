import { Link } from '@tanstack/react-router';
import { codeOfReason } from '@tenantry/model/errors';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import { OperationError } from '../../../shared/api/operation-error.ts';
import { issueText } from '../../../shared/form/issue-texts.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Badge } from '../../../shared/ui/basics/badge.tsx';
import { Button, buttonClass } from '../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { RowsTable } from './rows-table.tsx';
import type { Refused } from './send-list.ts';
import { StepCard } from './step-card.tsx';
import type { ResultRow } from './use-several.ts';

type Props = {
  readonly rows: readonly ResultRow[];
  readonly problem: unknown;
  readonly onRetry: (rows: readonly ResultRow[]) => void;
};

/** What came of each row, and another try for those that nobody was asked about or that were refused. */
export function Results({ rows, problem, onRetry }: Props) {
  const { slug } = useTenant();
  const open = rows.filter(({ outcome }) => isAlready(outcome, 'already-invited')).length;
  const sent = rows.filter(({ outcome }) => outcome === 'sent').length;
  const left = rows.filter(isLeft);
  return (
    <StepCard title={m.several_done_title()}>
      {problem !== undefined && (
        <Notice tone="danger" title={m.several_ended_early()}>
          {errorText(problem)}
        </Notice>
      )}
      <p>{m.several_done_summary({ sent, total: rows.length })}</p>
      {open > 0 && <p className="text-muted">{m.several_done_open({ count: open })}</p>}
      <div className="flex flex-wrap gap-2 max-md:flex-col">
        {left.length > 0 && <Button onClick={() => onRetry(left)}>{m.several_retry({ count: left.length })}</Button>}
        <Link to="/t/$slug/team" params={{ slug }} className={buttonClass({ variant: 'outline' })}>
          {m.several_back()}
        </Link>
      </div>
      <RowsTable caption={m.several_done_title()} rows={rows} about={outcomeOf} />
    </StepCard>
  );
}

function outcomeOf({ outcome, standing }: ResultRow) {
  if (outcome === 'sent') return <Badge tone="good">{m.several_row_sent()}</Badge>;
  if (outcome === 'unsent') return <Badge tone="warn">{m.several_row_unsent()}</Badge>;
  if (outcome === 'unknown') return <span className="text-small text-danger">{m.several_row_unknown()}</span>;
  if (isAlready(outcome, 'already-invited') || standing === 'already-invited') {
    return <Badge>{m.several_row_invited()}</Badge>;
  }
  if (isAlready(outcome, 'already-member') || standing === 'already-member') {
    return <Badge>{m.several_row_member()}</Badge>;
  }
  if (standing === 'twice') return <Badge>{m.several_row_twice()}</Badge>;
  return <span className="text-small text-danger">{outcome ? refusalText(outcome) : m.several_row_invalid()}</span>;
}

function refusalText({ reason, issues = [], limit }: Refused): string {
  if (issues[0]) return issueText(issues[0].code);
  return errorText(new OperationError(codeOfReason[reason], { reason, ...(limit !== undefined && { limit }) }));
}

function isAlready(outcome: ResultRow['outcome'], reason: 'already-invited' | 'already-member'): boolean {
  return typeof outcome === 'object' && outcome.reason === reason;
}

/** Whether a row is worth another try: not who is invited or in by now, and no second mention of one. */
function isLeft({ outcome, standing }: ResultRow): boolean {
  if (outcome === undefined) return standing === 'invalid';
  return outcome !== 'sent' && !isAlready(outcome, 'already-invited') && !isAlready(outcome, 'already-member');
}
