import { Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import { keepFile } from '../../../shared/page/keep-file.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useRoles } from '../../../shared/tenant/use-roles.ts';
import { Button, buttonClass } from '../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { toastFailed } from '../../../shared/ui/overlays/toast-store.ts';
import { isAlready, isLeft, type ResultRow } from './outcomes.ts';
import { RowsTable } from './rows-table.tsx';
import { StepCard } from './step-card.tsx';
import { toldOfResult } from './words.ts';

type Props = {
  readonly rows: readonly ResultRow[];
  readonly problem: unknown;
  readonly onRetry: (rows: readonly ResultRow[]) => void;
};

/** What came of each row, and another try for those that nobody was asked about or that were refused. */
export function Results({ rows, problem, onRetry }: Props) {
  const { slug } = useTenant();
  const { nameOf } = useRoles();
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
        {left.length > 0 && <Button onClick={() => onRetry(rows)}>{m.several_retry({ count: left.length })}</Button>}
        {left.length > 0 && (
          <Button variant="outline" onClick={() => keep(left, slug).catch(() => toastFailed(m.several_keep_failed()))}>
            <Download aria-hidden size={18} />
            {m.several_keep()}
          </Button>
        )}
        <Link to="/t/$slug/team" params={{ slug }} className={buttonClass({ variant: 'outline' })}>
          {m.several_back()}
        </Link>
      </div>
      <RowsTable
        caption={m.several_done_title()}
        rows={rows}
        about={toldOfResult}
        roleName={nameOf}
        apart={{ label: m.several_filter_left(), has: isLeft }}
      />
    </StepCard>
  );
}

/** Keeps rows as a file that can be corrected elsewhere and read in again. */
async function keep(rows: readonly ResultRow[], slug: string): Promise<void> {
  const { leftOverFile } = await import('./file/left-over.ts');
  const file = leftOverFile(
    rows.map((row) => ({
      email: row.written,
      role: row.role || row.from.role,
      message: row.from.message,
      row: String(row.from.number ?? Number(row.id) + 1),
      problem: toldOfResult(row)
        .map(({ text }) => text)
        .join(' '),
    })),
  );
  keepFile(file, `${slug}-${m.several_keep_file()}.csv`);
}
