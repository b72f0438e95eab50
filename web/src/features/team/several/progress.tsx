import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { StepCard } from './step-card.tsx';

const barClass =
  'h-3 w-full appearance-none overflow-hidden rounded-full border-0 bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent';

type Props = { readonly done: number; readonly total: number; readonly onStop: () => void };

export function Progress({ done, total, onStop }: Props) {
  const [stopping, setStopping] = useState(false);
  return (
    <StepCard title={m.several_sending_title()}>
      <progress value={done} max={total} aria-label={m.several_sending_title()} className={barClass} />
      <p className="tabular-nums">{m.several_progress({ done, total })}</p>
      <output className="text-muted empty:hidden">{stopping && m.several_stopping()}</output>
      <div>
        <Button
          variant="outline"
          disabled={stopping}
          className="max-md:w-full"
          onClick={() => {
            setStopping(true);
            onStop();
          }}
        >
          {m.several_stop()}
        </Button>
      </div>
    </StepCard>
  );
}
