import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Table } from '../../../shared/ui/data/table.tsx';
import type { PreviewRow } from './rows.ts';

type Props<Row> = {
  readonly caption: string;
  readonly rows: readonly Row[];
  /** What is said of a row. */
  readonly about: (row: Row) => ReactNode;
};

/** The rows of a list as they were written, each with what is said of it. */
export function RowsTable<Row extends PreviewRow>({ caption, rows, about }: Props<Row>) {
  return (
    <div className="-mx-4 md:-mx-6">
      <Table
        caption={caption}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'written',
            label: m.field_email(),
            main: true,
            render: ({ written }) => <span className="block wrap-anywhere md:min-w-72 md:py-2">{written}</span>,
          },
          { key: 'told', label: m.several_outcome(), render: about },
        ]}
      />
    </div>
  );
}
