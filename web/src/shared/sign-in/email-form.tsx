import { type SubmitEvent, useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Button } from '../ui/basics/button.tsx';
import { SignInField } from './sign-in-field.tsx';

type Props = { readonly action: string; readonly onEmail: (email: string) => Promise<void> };

const looksLikeEmail = /^[^\s@]+@[^\s@]+$/;

/** One field and its button. */
export function EmailForm({ action, onEmail }: Props) {
  const [email, setEmail] = useState('');
  const [invalid, setInvalid] = useState(false);
  const [busy, setBusy] = useState(false);

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
      <SignInField
        label={m.field_email()}
        problem={invalid ? m.signin_email_invalid() : undefined}
        name="email"
        type="email"
        autoComplete="email"
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Button type="submit" busy={busy}>
        {action}
      </Button>
    </form>
  );
}
