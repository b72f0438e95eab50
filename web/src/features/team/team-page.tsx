import { getRouteApi, Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { buttonClass } from '../../shared/ui/basics/button.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { InvitePerson } from './invitations/invite-person.tsx';
import { InvitesCard } from './invitations/invites-card.tsx';
import { MembersCard } from './members-card.tsx';
import { OwnershipOffer } from './ownership-offer.tsx';

const route = getRouteApi('/t/$slug/team');

/** Who works here, and who was asked to. */
export default function TeamPage() {
  const { may, can } = useTenant();
  const { state } = route.useSearch();
  return (
    <>
      <PageHeader title={m.nav_team()} actions={may('member:manage') && <Inviting />} />
      <div className="grid gap-6">
        <OwnershipOffer />
        <MembersCard />
        {can('member:manage') && (state === undefined || state === 'invited') && <InvitesCard />}
      </div>
    </>
  );
}

function Inviting() {
  const { slug } = useTenant();
  return (
    <>
      <Link to="/t/$slug/team/invite" params={{ slug }} className={buttonClass({ variant: 'outline' })}>
        {m.several_action()}
      </Link>
      <InvitePerson />
    </>
  );
}
