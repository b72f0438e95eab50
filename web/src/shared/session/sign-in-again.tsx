import { m } from '../../paraglide/messages.js';
import { OperationError } from '../api/operation-error.ts';
import { Button } from '../ui/basics/button.tsx';
import { signOut } from './sign-out.ts';

/** Whether something was refused only because the sign-in is some minutes old. */
export function asksForFreshSignIn(error: unknown): boolean {
  return error instanceof OperationError && error.reason === 'recent-login';
}

/** The way on from there: a sign-in that leads back to this page. */
export function SignInAgain() {
  const { pathname, search } = location;
  return (
    <Button variant="outline" onClick={() => signOut(pathname + search)}>
      {m.action_sign_in_again()}
    </Button>
  );
}
