import type { ReactNode } from 'react';
import type { Live } from '../../live/listeners.ts';
import { PageHeader } from '../basics/page-header.tsx';
import { ListState, StatePanel } from './list-state.tsx';

type Props<T> = {
  readonly live: Live<T>;
  /** Its list, after which the page is called until the record is there, and the way back to it. */
  readonly list: string;
  readonly back: ReactNode;
  /** What is said of a record that is not there. */
  readonly gone: { readonly title: string; readonly text: string };
  readonly children: (record: T) => ReactNode;
};

/** The page of one record in whichever state it is; the record brings a header of its own. */
export function RecordState<T>({ live, list, back, gone, children }: Props<T>) {
  return (
    <>
      {live.state !== 'ready' && <PageHeader title={list} back={back} />}
      <ListState live={live} empty={<StatePanel title={gone.title}>{gone.text}</StatePanel>}>
        {children}
      </ListState>
    </>
  );
}
