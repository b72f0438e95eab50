import { m } from '../../paraglide/messages.js';
import { CenteredPage } from '../../shared/page/centered-page.tsx';
import { usePerson } from '../../shared/session/use-session.ts';

/** The operators' application. */
export function ConsoleApp() {
  const { email } = usePerson();
  return (
    <CenteredPage title={m.app_name()}>
      <p>{email}</p>
    </CenteredPage>
  );
}
