import { m } from '../../../paraglide/messages.js';
import { Spinner } from './spinner.tsx';

/** A page that is on its way. */
export function Splash() {
  return (
    <output className="grid min-h-40 place-items-center text-muted">
      <span className="flex items-center gap-3">
        <Spinner />
        {m.state_loading()}
      </span>
    </output>
  );
}
