import { useMemo, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useRoles } from '../../../shared/tenant/use-roles.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { CorrectRow } from './correct-row.tsx';
import { roleWords } from './list/role-words.ts';
import { RowsTable } from './rows-table.tsx';
import { type ForAll, isReady, isToCorrect, type PreviewRow, previewOf, type WrittenRow } from './list/rows.ts';
import { StepCard } from './step-card.tsx';
import { useKnown } from './list/use-known.ts';
import type { ChosenFile } from './use-several.ts';
import { type Told, toldOfFault } from './words.ts';

type Props = {
  readonly rows: readonly WrittenRow[];
  readonly forAll: ForAll;
  readonly file: ChosenFile | undefined;
  readonly onCorrect: (id: string, row: WrittenRow) => void;
  readonly onChange: () => void;
  readonly onSend: (rows: readonly PreviewRow[]) => Promise<void>;
};

/** What each row will be, before anything is sent. What the page can't know, the server judges. */
export function Preview({ rows: written, forAll, file, onCorrect, onChange, onSend }: Props) {
  const known = useKnown();
  const roles = useRoles();
  const [correcting, setCorrecting] = useState<PreviewRow>();
  const rows = useMemo(() => previewOf(written, forAll, roleWords(roles), known), [written, forAll, roles, known]);
  const ready = rows.filter(isReady);
  const given = [...new Set(ready.map(({ role }) => role))];
  return (
    <StepCard title={m.several_preview_title()}>
      {ready.length === 0 ? (
        <Notice tone="warn" title={m.several_none_ready()} />
      ) : (
        <p>
          {m.several_preview_summary({
            ready: ready.length,
            total: rows.length,
            role: given.map((role) => roles.nameOf(role)).join(', '),
          })}
        </p>
      )}
      {file?.guessed && <Notice tone="warn" title={m.several_file_guessed()} />}
      {file && file.unused.length > 0 && (
        <p className="text-muted">{m.several_file_unused({ headings: file.unused.join(', ') })}</p>
      )}
      <div className="flex flex-wrap gap-2 max-md:flex-col">
        {ready.length > 0 && <Button onClick={() => onSend(rows)}>{m.several_send({ count: ready.length })}</Button>}
        <Button variant="outline" onClick={onChange}>
          {m.several_change()}
        </Button>
      </div>
      <RowsTable
        caption={m.several_preview_title()}
        rows={rows}
        about={toldOfRow}
        roleName={roles.nameOf}
        apart={{ label: m.several_filter_faults(), has: isToCorrect }}
        onCorrect={setCorrecting}
      />
      {correcting && (
        <CorrectRow
          row={correcting}
          onClose={() => setCorrecting(undefined)}
          onCorrect={(row) => onCorrect(correcting.id, row)}
        />
      )}
    </StepCard>
  );
}

function toldOfRow({ faults }: PreviewRow): Told[] {
  return faults.length > 0 ? faults.map(toldOfFault) : [{ tone: 'good', text: m.several_row_ready() }];
}
