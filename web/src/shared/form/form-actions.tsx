import type { ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import { Button } from '../ui/basics/button.tsx';
import { DialogActions } from '../ui/overlays/dialog.tsx';

type Props = {
  /** What sending the form does. */
  readonly action: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  /** Another way, before these two. */
  readonly children?: ReactNode;
};

/** The end of a form in a window: out of it, or on. */
export function FormActions({ action, busy, onCancel, children }: Props) {
  return (
    <DialogActions>
      {children}
      <Button variant="outline" onClick={onCancel}>
        {m.action_cancel()}
      </Button>
      <Button type="submit" busy={busy}>
        {action}
      </Button>
    </DialogActions>
  );
}
