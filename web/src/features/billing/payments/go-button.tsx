import { useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import { isRefusal } from '../../../shared/api/operation-error.ts';
import { asksForFreshSignIn, SignInAgain } from '../../../shared/session/sign-in-again.tsx';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Dialog, DialogActions } from '../../../shared/ui/overlays/dialog.tsx';

type Props = {
  readonly label: string;
  readonly variant?: 'primary' | 'outline';
  /** Answers where to go. Throws `OperationError`. */
  readonly ask: () => Promise<{ readonly url: string }>;
  /** What it means when the state of the payments does not allow it. */
  readonly stateText: string;
};

/** Goes to a page where one pays; what stands in the way is said in a window, with the way on. */
export function GoButton({ label, variant = 'primary', ask, stateText }: Props) {
  const [problem, setProblem] = useState<unknown>();
  const [open, setOpen] = useState(false);

  async function go(): Promise<void> {
    try {
      const { url } = await ask();
      location.assign(url);
    } catch (error) {
      setProblem(() => error);
      setOpen(true);
    }
  }

  const again = asksForFreshSignIn(problem);
  return (
    <>
      <Button variant={variant} onClick={go}>
        {label}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={again ? m.billing_sign_in_title() : m.error_title()}
        lead={again ? m.billing_sign_in_text() : wordsFor(problem, stateText)}
      >
        <DialogActions>
          <Button variant="outline" onClick={() => setOpen(false)}>
            {m.action_close()}
          </Button>
          {again && <SignInAgain />}
        </DialogActions>
      </Dialog>
    </>
  );
}

/** A refusal without a state is one of a platform on which payments are not set up. */
function wordsFor(error: unknown, stateText: string): string {
  if (!isRefusal(error, 'state') || error.details.status === 'refused') return errorText(error);
  return error.details.status === undefined ? m.billing_not_set_up() : stateText;
}
