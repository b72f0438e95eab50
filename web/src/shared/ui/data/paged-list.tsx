import type { ReactNode } from 'react';
import type { Live } from '../../live/listeners.ts';
import { type Page, pageOf, type PageSearch } from '../../paging.ts';
import type { Cursor } from '../../queries.ts';
import { Card } from '../basics/card.tsx';
import { ListState } from './list-state.tsx';
import { Pager } from './pager.tsx';

type Props<Row> = {
  readonly live: Live<Row[]>;
  readonly empty: ReactNode;
  /** The page that the address asks for; without one all is shown, as what a search found is. */
  readonly cursor: Cursor | undefined;
  /** Those of the query's order. */
  readonly sortValues: (row: Row) => readonly (string | number)[];
  readonly onPage: (page: PageSearch) => unknown;
  readonly children: (rows: readonly Row[]) => ReactNode;
};

/** A list on its card in whichever state it is, a page at a time. */
export function PagedList<Row>({ live, empty, cursor, sortValues, onPage, children }: Props<Row>) {
  return (
    <Card className="p-0 md:p-0">
      <ListState live={live} empty={empty}>
        {(found) => {
          const { rows, next, previous }: Page<Row> = cursor ? pageOf(found, cursor, sortValues) : { rows: found };
          return (
            <>
              {children(rows)}
              <Pager onNext={next && (() => onPage(next))} onPrevious={previous && (() => onPage(previous))} />
            </>
          );
        }}
      </ListState>
    </Card>
  );
}
