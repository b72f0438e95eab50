import { type SubmitEvent, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { Button } from '../../ui/basics/button.tsx';
import { SignInField } from '../sign-in-field.tsx';
import type { CodeOutcome } from './code-outcome.ts';
import { codeTexts } from './code-texts.ts';

type Props = {
  readonly action: string;
  /** Asks about a code; after `done` the form is left as it is. */
  readonly onCode: (code: string) => Promise<CodeOutcome>;
};

const isCode = (text: string): boolean => /^\d{6}$/.test(text);

/** The six digits that an authenticator shows. */
export function CodeForm({ action, onCode }: Props) {
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const digits = code.replaceAll(/\s/g, '');
    setProblem(isCode(digits) ? undefined : m.code_form());
    if (!isCode(digits)) return;
    setBusy(true);
    const outcome = await onCode(digits).finally(() => setBusy(false));
    if (outcome === 'done') return;
    setProblem(codeTexts[outcome]());
    setCode('');
  }

  return (
    <form className="grid gap-4" noValidate onSubmit={submit}>
      <SignInField
        label={m.code_label()}
        problem={problem}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <div>
        <Button type="submit" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
