import type { ComponentType, ReactNode } from 'react';
import { cn } from '../cn.ts';

export type Column<Row> = {
  readonly key: string;
  readonly label: string;
  readonly render: (row: Row) => ReactNode;
  /** `end` for money, counts and actions; on a phone the right side of the card. */
  readonly align?: 'start' | 'end';
  /** The row's name: the first line of its card on a phone. Exactly one column has it. */
  readonly main?: true;
  /** On a phone as wide as the row's card. */
  readonly broad?: true;
  /** Left out on a phone. */
  readonly wideOnly?: true;
};

/** What opens the record of a row, on whichever surface the list stands. */
export type RowLink = ComponentType<{ readonly id: string; readonly children: ReactNode }>;

type Props<Row> = {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
};

/** Rows as a table, and as cards where it is narrow: nothing scrolls sideways. */
export function Table<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    <table className="w-full border-collapse max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr>
          {columns.map(({ key, label, align }) => (
            <th
              key={key}
              scope="col"
              className={cn('px-4 py-2 text-left text-small font-medium text-muted', align === 'end' && 'text-right')}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="relative border-t border-line first:border-t-0 hover:bg-accent-soft/50 max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-4 max-md:gap-y-1 max-md:px-4 max-md:py-3 md:first:border-t"
          >
            {columns.map(({ key, render, align, main, broad, wideOnly }) => (
              <td
                key={key}
                className={cn(
                  'max-md:col-start-1 max-md:min-w-0 md:h-14 md:px-4',
                  main && 'font-medium',
                  (main || broad) && 'max-md:col-span-2',
                  align === 'end' && 'text-right max-md:col-start-2',
                  wideOnly && 'max-md:hidden',
                )}
              >
                {render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Put on a row's link: the whole row is its target, other controls in the row stay above it. */
export const rowLinkClass = 'outline-offset-4 after:absolute after:inset-0 hover:underline';
export const aboveRowLinkClass = 'relative z-10';
