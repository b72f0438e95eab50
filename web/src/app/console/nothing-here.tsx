import { m } from '../../paraglide/messages.js';
import { Link } from '../../shared/navigation/link.tsx';
import { buttonClass } from '../../shared/ui/basics/button.tsx';
import { StatePanel } from '../../shared/ui/data/list-state.tsx';
import { urls } from '../../shared/urls.ts';

/** No page of the console is at this address. */
export function NothingHere() {
  return (
    <StatePanel
      title={m.not_found_title()}
      action={
        <Link className={buttonClass()} href={urls.console()}>
          {m.not_found_action()}
        </Link>
      }
    >
      {m.not_found_text()}
    </StatePanel>
  );
}
