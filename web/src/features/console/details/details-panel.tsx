import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import type { Live } from '../../../shared/live/listeners.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';

type Props<T> = {
  readonly title: string;
  readonly live: Live<T>;
  /** Said when there is nothing to tell. */
  readonly none?: string;
  readonly children: (known: T) => ReactNode;
};

/** What is known of a business, in its window, in whichever state the answer is. */
export function DetailsPanel<T>({ title, live, none, children }: Props<T>) {
  return (
    <section aria-label={title} className="rounded-lg bg-page px-4 py-3">
      <h3 className="text-small text-muted">{title}</h3>
      {live.state === 'loading' && (
        <output aria-label={m.state_loading()} className="flex h-6 items-center">
          <span className="h-3 w-2/3 animate-pulse rounded bg-line" />
        </output>
      )}
      {live.state === 'empty' && <p>{none}</p>}
      {(live.state === 'error' || live.state === 'denied') && (
        <div className="flex flex-wrap items-center gap-3">
          <p>{m.console_details_unknown()}</p>
          {live.state === 'error' && (
            <Button variant="outline" onClick={live.retry}>
              {m.action_retry()}
            </Button>
          )}
        </div>
      )}
      {live.state === 'ready' && children(live.data)}
    </section>
  );
}
