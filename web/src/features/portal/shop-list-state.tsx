import { Lock } from 'lucide-react';
import type { ComponentProps } from 'react';
import { m } from '../../paraglide/messages.js';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';

type Props<T> = Omit<ComponentProps<typeof ListState<T>>, 'denied'>;

/** The states of anything live, in words for customers. */
export function ShopListState<T>(props: Props<T>) {
  return <ListState {...props} denied={<ShopDenied />} />;
}

export function ShopDenied() {
  return (
    <div role="alert">
      <StatePanel icon={<Lock aria-hidden />} title={m.state_denied_title()}>
        {m.portal_denied_text()}
      </StatePanel>
    </div>
  );
}
