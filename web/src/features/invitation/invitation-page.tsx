import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { isMemberRole } from '@tenantry/model/roles';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { errorText } from '../../shared/api/error-texts.ts';
import { OperationError } from '../../shared/api/operation-error.ts';
import { keptSecret } from '../../shared/invitation/kept-secret.ts';
import { CenteredPage } from '../../shared/page/centered-page.tsx';
import { refreshClaims } from '../../shared/session/session.ts';
import { signOut } from '../../shared/session/sign-out.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { roleName } from '../../shared/tenant/role-names.ts';
import { useMemberships } from '../../shared/tenant/use-memberships.ts';
import { Button, buttonClass } from '../../shared/ui/basics/button.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { urls } from '../../shared/urls.ts';

/** Behind the link of an invitation: accepts it for the person who is signed in, or says plainly why not. */
export default function InvitationPage() {
  const { tenantId, inviteId } = useParams({ from: '/invite/$tenantId/$inviteId' });
  const { email } = usePerson();
  const navigate = useNavigate();
  const [secret] = useState(() => keptSecret.read(tenantId, inviteId));
  const [problem, setProblem] = useState<unknown>();
  const [accepted, setAccepted] = useState<string>();
  const memberships = useMemberships();
  const mine = memberships.state === 'ready' ? memberships.data.find((each) => each.tenantId === tenantId) : undefined;

  async function accept(): Promise<void> {
    setProblem(undefined);
    try {
      const { role } = await call('acceptInvite', { tenantId, inviteId, secret: secret ?? '' });
      keptSecret.forget(tenantId, inviteId);
      await refreshClaims();
      setAccepted(role);
    } catch (error) {
      setProblem(error);
    }
  }

  if (accepted !== undefined || mine) {
    return (
      <CenteredPage title={m.invite_accepted_title()}>
        {accepted !== undefined && isMemberRole(accepted) && (
          <p className="text-muted">{m.invite_accepted_text({ role: roleName(accepted) })}</p>
        )}
        <Button disabled={!mine} onClick={() => mine && navigate({ to: '/t/$slug', params: { slug: mine.slug } })}>
          {m.invite_enter()}
        </Button>
      </CenteredPage>
    );
  }
  if (!secret) {
    return (
      <CenteredPage title={m.invite_incomplete_title()}>
        <p className="text-muted">{m.invite_incomplete_text()}</p>
        <Home />
      </CenteredPage>
    );
  }
  return (
    <CenteredPage title={m.invite_title()}>
      <p className="text-muted">{m.invite_text({ email })}</p>
      {problem !== undefined && (
        <Notice
          tone="danger"
          title={m.invite_failed_title()}
          action={
            <Button variant="outline" onClick={() => signOut(urls.invite(tenantId, inviteId, secret))}>
              {m.invite_other_account()}
            </Button>
          }
        >
          {refusalText(problem)}
        </Notice>
      )}
      <Button onClick={accept}>{m.invite_accept()}</Button>
      <Home />
    </CenteredPage>
  );
}

/** A secret that does not fit and an invitation that does not exist are one answer. */
function refusalText(problem: unknown): string {
  return problem instanceof OperationError && problem.reason === 'denied' ? m.invite_denied() : errorText(problem);
}

function Home() {
  return (
    <Link to="/" className={buttonClass({ variant: 'quiet' })}>
      {m.not_found_action()}
    </Link>
  );
}
