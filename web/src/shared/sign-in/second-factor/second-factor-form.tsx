import { m } from '../../../paraglide/messages.js';
import { Button } from '../../ui/basics/button.tsx';
import { answerSecondFactor } from './answer.ts';
import type { SecondFactorAsked } from './asked.ts';
import { CodeForm } from './code-form.tsx';

type Props = {
  readonly asked: SecondFactorAsked;
  readonly onDone: () => void;
  /** Leads back to the ways in. */
  readonly onBack: () => void;
};

/** The second step of a sign-in. Loaded when somebody has one. */
export default function SecondFactorForm({ asked, onDone, onBack }: Props) {
  return (
    <div className="grid gap-4">
      <p className="text-muted">{m.code_lead()}</p>
      <CodeForm
        action={m.signin_continue()}
        onCode={async (code) => {
          const outcome = await answerSecondFactor(asked, code);
          if (outcome === 'done') onDone();
          return outcome;
        }}
      />
      <Button variant="quiet" onClick={onBack}>
        {m.code_begin_anew()}
      </Button>
    </div>
  );
}
