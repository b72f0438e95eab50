import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Badge } from '../../../shared/ui/basics/badge.tsx';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { FilterTabs } from '../../../shared/ui/data/filter-tabs.tsx';
import { type Column, Table } from '../../../shared/ui/data/table.tsx';
import { cn } from '../../../shared/ui/cn.ts';
import type { PreviewRow } from './list/rows.ts';
import type { Told } from './words.ts';

type Props<Row> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** What is said of a row. */
  readonly about: (row: Row) => readonly Told[];
  readonly roleName: (role: string) => string;
  /** Those that somebody has to look at, and what they are called. */
  readonly apart: { readonly label: string; readonly has: (row: Row) => boolean };
  /** Asks for another address, role or words of a row. */
  readonly onCorrect?: (row: Row) => void;
};

/** More than this stands in the page when it is asked for: a browser lays out a thousand rows slowly. */
const shownAtOnce = 200;

/** The rows of a list as they were written, each with its role and with what is said of it. */
export function RowsTable<Row extends PreviewRow>({ caption, rows, about, roleName, apart, onCorrect }: Props<Row>) {
  const [which, setWhich] = useState<'all' | 'apart'>('all');
  const [most, setMost] = useState(shownAtOnce);
  const some = rows.filter(apart.has);
  const chosen = which === 'apart' && some.length > 0 ? some : rows;
  return (
    <div className="-mx-4 grid gap-2">
      {some.length > 0 && some.length < rows.length && (
        <div className="px-4">
          <FilterTabs
            label={m.several_filter()}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'all', label: m.several_filter_all({ count: rows.length }) },
              { value: 'apart', label: `${apart.label} (${some.length})` },
            ]}
          />
        </div>
      )}
      <Table
        caption={caption}
        rows={chosen.slice(0, most)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'written', label: m.field_email(), main: true, render: (row) => <Written row={row} /> },
          {
            key: 'role',
            label: m.field_role(),
            render: ({ from, role }) => (
              <span className={cn('block md:min-w-28', role ? 'max-md:text-muted' : 'text-danger')}>
                {role ? roleName(role) : from.role}
              </span>
            ),
          },
          { key: 'told', label: m.several_outcome(), render: (row) => <ToldOf told={about(row)} /> },
          ...(onCorrect ? [correction(onCorrect)] : []),
        ]}
      />
      {chosen.length > most && (
        <div className="px-4">
          <Button variant="outline" className="max-md:w-full" onClick={() => setMost(most + shownAtOnce)}>
            {m.several_more({ count: Math.min(shownAtOnce, chosen.length - most) })}
          </Button>
        </div>
      )}
    </div>
  );
}

function correction<Row extends PreviewRow>(onCorrect: (row: Row) => void): Column<Row> {
  return {
    key: 'correct',
    label: m.field_actions(),
    align: 'end',
    render: (row) => (
      <Button
        variant="quiet"
        size="icon"
        className="md:min-w-14"
        aria-label={m.several_correct_row({ address: row.written || m.several_row_missing() })}
        onClick={() => onCorrect(row)}
      >
        <Pencil aria-hidden size={18} />
      </Button>
    ),
  };
}

function Written({ row: { written, from } }: { readonly row: PreviewRow }) {
  return (
    <span className="block wrap-anywhere md:min-w-56 md:py-2">
      {from.number !== undefined && (
        <span className="mr-2 text-small font-normal text-muted">{m.several_row({ number: from.number })}</span>
      )}
      {written}
      {from.message !== '' && (
        <span className="line-clamp-1 text-small font-normal text-muted">{from.message.slice(0, 200)}</span>
      )}
    </span>
  );
}

/** Short words as badges, what explains itself in a line. */
function ToldOf({ told }: { readonly told: readonly Told[] }) {
  return (
    <span className="flex flex-wrap gap-1 md:py-2">
      {told.map(({ tone, text }) =>
        text.length > 40 ? (
          <span key={text} className={tone === 'danger' ? 'text-small text-danger' : 'text-small text-muted'}>
            {text}
          </span>
        ) : (
          <Badge key={text} tone={tone}>
            {text}
          </Badge>
        ),
      )}
    </span>
  );
}
