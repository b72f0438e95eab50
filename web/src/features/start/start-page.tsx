import { Link, Navigate } from '@tanstack/react-router';
import { ChevronRight, Mail, Store } from 'lucide-react';
import { takesSeat } from '@tenantry/model/roles';
import { m } from '../../paraglide/messages.js';
import { CenteredPage } from '../../shared/page/centered-page.tsx';
import { signOut } from '../../shared/session/sign-out.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { type Membership, useMemberships } from '../../shared/tenant/use-memberships.ts';
import { Button, buttonClass } from '../../shared/ui/basics/button.tsx';
import { Mark } from '../../shared/ui/basics/mark.tsx';
import { Splash } from '../../shared/ui/basics/splash.tsx';
import { ListState } from '../../shared/ui/data/list-state.tsx';
import { urls } from '../../shared/urls.ts';

/** After signing in: into the one business, a choice of several, or a beginning. */
export default function StartPage() {
  const memberships = useMemberships();
  return (
    <ListState live={memberships} skeleton={<Splash />} empty={<Beginning />}>
      {(all) => <Choice memberships={all} />}
    </ListState>
  );
}

function Choice({ memberships }: { readonly memberships: readonly Membership[] }) {
  const [only, ...others] = memberships;
  if (only && others.length === 0) {
    if (takesSeat(only.role)) return <Navigate to="/t/$slug" params={{ slug: only.slug }} replace />;
    location.replace(urls.portal(only.slug));
    return <Splash />;
  }
  return (
    <CenteredPage title={m.start_choose_title()}>
      <ul className="grid gap-2">
        {memberships.map((membership) => (
          <li key={membership.id}>
            <BusinessLink membership={membership} />
          </li>
        ))}
      </ul>
      <OpenBusiness />
      <SignedInAs />
    </CenteredPage>
  );
}

const rowClass =
  'flex items-center gap-3 rounded-xl border border-line bg-surface p-3 hover:bg-accent-soft focus-visible:bg-accent-soft';

function BusinessLink({ membership: { slug, name, role } }: { readonly membership: Membership }) {
  const staff = takesSeat(role);
  const content = (
    <>
      <Mark name={name} />
      <span className="grid min-w-0 flex-1">
        <span className="truncate font-medium">{name}</span>
        <span className="text-small text-muted">{staff ? m.start_as_team() : m.start_as_customer()}</span>
      </span>
      <ChevronRight aria-hidden size={18} className="text-muted" />
    </>
  );
  return staff ? (
    <Link to="/t/$slug" params={{ slug }} className={rowClass}>
      {content}
    </Link>
  ) : (
    <a href={urls.portal(slug)} className={rowClass}>
      {content}
    </a>
  );
}

/** Nobody's member yet: open a business, or wait for an invitation. */
function Beginning() {
  const { email } = usePerson();
  return (
    <CenteredPage title={m.start_welcome_title()}>
      <section className="grid gap-3 rounded-xl border border-line bg-surface p-5">
        <h2 className="flex items-center gap-2 text-lead font-semibold">
          <Store aria-hidden size={20} />
          {m.start_open_title()}
        </h2>
        <p className="text-muted">{m.start_open_text()}</p>
        <Link to="/open" className={buttonClass()}>
          {m.start_open_business()}
        </Link>
      </section>
      <section className="grid gap-3 rounded-xl border border-line bg-surface p-5">
        <h2 className="flex items-center gap-2 text-lead font-semibold">
          <Mail aria-hidden size={20} />
          {m.start_waiting_title()}
        </h2>
        <p className="text-muted">{m.start_waiting_text({ email })}</p>
      </section>
      <SignedInAs />
    </CenteredPage>
  );
}

function OpenBusiness() {
  return (
    <Link to="/open" className={buttonClass({ variant: 'outline' })}>
      {m.start_open_business()}
    </Link>
  );
}

function SignedInAs() {
  const { email } = usePerson();
  return (
    <p className="flex flex-wrap items-center justify-between gap-2 text-small text-muted">
      {m.start_signed_in_as({ email })}
      <Button variant="quiet" onClick={() => signOut()}>
        {m.account_sign_out()}
      </Button>
    </p>
  );
}
