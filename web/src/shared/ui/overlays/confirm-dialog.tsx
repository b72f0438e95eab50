import { type ReactNode, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Button } from '../basics/button.tsx';
import { Notice } from '../basics/notice.tsx';
import { errorText } from '../../api/error-texts.ts';
import { asksForFreshSignIn, SignInAgain } from '../../session/sign-in-again.tsx';
import { Dialog, DialogActions } from './dialog.tsx';

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly lead: ReactNode;
  /** The button's words say what happens: never «OK». */
  readonly action: string;
  readonly tone?: 'primary' | 'danger';
  readonly children?: ReactNode;
  /** The dialog closes when it is done, and stays with the reason when it fails. */
  readonly onConfirm: () => Promise<unknown>;
};

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ open, onClose, title, lead, action, tone = 'danger', children, onConfirm }: Props) {
  const [problem, setProblem] = useState<unknown>();

  async function confirm(): Promise<void> {
    setProblem(undefined);
    await onConfirm().then(onClose, (error: unknown) => setProblem(() => error));
  }

  return (
    <Dialog open={open} onClose={onClose} title={title} lead={lead}>
      {children}
      {problem !== undefined && (
        <Notice
          tone="danger"
          title={m.error_title()}
          action={asksForFreshSignIn(problem) ? <SignInAgain /> : undefined}
        >
          {errorText(problem)}
        </Notice>
      )}
      <DialogActions>
        <Button variant="outline" onClick={onClose}>
          {m.action_keep()}
        </Button>
        <Button variant={tone} onClick={confirm}>
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
