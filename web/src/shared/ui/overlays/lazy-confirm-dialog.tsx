import { type ComponentProps, lazy, Suspense, useState } from 'react';
import type { ConfirmDialog } from './confirm-dialog.tsx';

const Loaded = lazy(async () => ({ default: (await import('./confirm-dialog.tsx')).ConfirmDialog }));

/** The same question for pages that must load little: its code comes when it is first asked. */
export function LazyConfirmDialog(props: ComponentProps<typeof ConfirmDialog>) {
  const [asked, setAsked] = useState(props.open);
  if (props.open && !asked) setAsked(true);
  return (
    asked && (
      <Suspense>
        <Loaded {...props} />
      </Suspense>
    )
  );
}
