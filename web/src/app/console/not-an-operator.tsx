import { m } from '../../paraglide/messages.js';
import { CenteredPage } from '../../shared/page/centered-page.tsx';
import { signOut } from '../../shared/session/sign-out.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { Button, buttonClass } from '../../shared/ui/basics/button.tsx';
import { urls } from '../../shared/urls.ts';

/** Says that the page is not for this person, and who can help. */
export function NotAnOperator() {
  const { email } = usePerson();
  return (
    <CenteredPage title={m.console_denied_title()}>
      <p role="alert" className="text-muted">
        {m.console_denied_text({ email })}
      </p>
      <a className={buttonClass()} href={urls.home()}>
        {m.console_to_businesses()}
      </a>
      <Button variant="quiet" onClick={() => signOut(urls.console())}>
        {m.console_other_account()}
      </Button>
    </CenteredPage>
  );
}
