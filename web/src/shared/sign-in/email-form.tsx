import { type SubmitEvent, useId, useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Button } from '../ui/basics/button.tsx';
import { Input } from '../ui/basics/input.tsx';

type Props = { readonly action: string; readonly onEmail: (email: string) => Promise<void> };

const looksLikeEmail = /^[^\s@]+@[^\s@]+$/;

/** One field and its button. Small on purpose: the sign-in page loads no form library. */
export function EmailForm({ action, onEmail }: Props) {
  const [email, setEmail] = useState('');
  const [invalid, setInvalid] = useState(false);
  const [busy, setBusy] = useState(false);
  const id = useId();

  async function submit(event: SubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const address = email.trim();
    setInvalid(!looksLikeEmail.test(address));
    if (!looksLikeEmail.test(address)) return;
    setBusy(true);
    await onEmail(address).finally(() => setBusy(false));
  }

  return (
    <form className="grid gap-4" noValidate onSubmit={submit}>
      <div className="grid gap-1.5">
        <label className="font-medium" htmlFor={id}>
          {m.field_email()}
        </label>
        <Input
          id={id}
          name="email"
          type="email"
          autoComplete="email"
          value={email}
          aria-invalid={invalid}
          aria-describedby={invalid ? `${id}-problem` : undefined}
          onChange={(event) => setEmail(event.target.value)}
        />
        {invalid && (
          <p id={`${id}-problem`} className="text-small text-danger" role="alert">
            {m.signin_email_invalid()}
          </p>
        )}
      </div>
      <Button type="submit" busy={busy}>
        {action}
      </Button>
    </form>
  );
}
