import { m } from '../../paraglide/messages.js';
import { CenteredPage } from '../../shared/page/centered-page.tsx';
import { urls } from '../../shared/urls.ts';

export function NotFoundPage() {
  return (
    <CenteredPage title={m.not_found_title()}>
      <p className="text-muted">{m.not_found_text()}</p>
      <a className="link" href={urls.home()}>
        {m.not_found_action()}
      </a>
    </CenteredPage>
  );
}
