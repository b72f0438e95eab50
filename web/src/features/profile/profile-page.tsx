import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { m } from '../../paraglide/messages.js';
import { ProfileForm } from '../../shared/profile/profile-form.tsx';
import { signOut } from '../../shared/session/sign-out.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { useUser } from '../../shared/tenant/use-user.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ListState } from '../../shared/ui/data/list-state.tsx';
import { AccountEnd } from './account-end.tsx';
import { EmailCard } from './email-card.tsx';
import { OwnBusinesses } from './own-businesses.tsx';
import { SecondFactorCard } from './second-factor/second-factor-card.tsx';
import { useKeptEmail } from './use-kept-email.ts';

/** What is the person's own, whatever business they are in. */
export default function ProfilePage() {
  const { email, displayName } = usePerson();
  const user = useUser();
  useKeptEmail();
  return (
    <main className="mx-auto max-w-xl px-4 py-8">
      <PageHeader
        title={m.account_profile()}
        lead={email}
        back={
          <Link to="/" className="link touch mb-1 inline-flex items-center gap-2 text-small">
            <ArrowLeft aria-hidden size={16} />
            {m.profile_back()}
          </Link>
        }
        actions={
          <Button variant="outline" onClick={() => signOut()}>
            {m.account_sign_out()}
          </Button>
        }
      />
      <div className="grid gap-6">
        <Card>
          <ListState live={user} empty={<ProfileForm displayName={displayName} locale={null} />}>
            {(found) => <ProfileForm displayName={found.displayName} locale={found.locale} />}
          </ListState>
        </Card>
        <EmailCard email={email} />
        <SecondFactorCard />
        <OwnBusinesses />
        <AccountEnd />
      </div>
    </main>
  );
}
