import type { UserDocument } from '@tenantry/model/documents/people';
import { paths } from '@tenantry/model/paths';
import { m } from '../../../paraglide/messages.js';
import { controlDatabase } from '../../../shared/firebase/control-database.ts';
import { documentFirst } from '../../../shared/live/lite-first.ts';
import { useLive } from '../../../shared/live/use-live.ts';
import { ProfileForm } from '../../../shared/profile/profile-form.tsx';
import { signOut } from '../../../shared/session/sign-out.ts';
import { usePerson } from '../../../shared/session/use-session.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { SkeletonRows } from '../../../shared/ui/data/skeleton.tsx';
import { urls } from '../../../shared/urls.ts';
import { LeaveShop } from './leave-shop.tsx';
import { ShopListState } from '../shop-list-state.tsx';

/** The person: name and language, and the ways out. */
export default function AccountPage() {
  const { uid, email, displayName } = usePerson();
  const { tenantId, slug, profile, can } = useTenant();
  const user = useLive(documentFirst<UserDocument>(controlDatabase, paths.user(uid)));
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader title={m.portal_account_title()} lead={m.portal_account_signed_in({ email })} />
      <div className="grid gap-4">
        <Card>
          <ShopListState
            live={user}
            skeleton={<SkeletonRows rows={4} />}
            empty={<ProfileForm displayName={displayName} locale={null} />}
          >
            {(found) => <ProfileForm displayName={found.displayName} locale={found.locale} />}
          </ShopListState>
        </Card>
        <Card className="grid gap-3">
          <p className="text-muted">{m.portal_sign_out_text()}</p>
          <div className="flex flex-wrap gap-2">
            <Button variant="outline" onClick={() => signOut(urls.portal(slug))}>
              {m.portal_sign_out()}
            </Button>
            {/* Staff leave where they see what that means for the business. */}
            {!can('tenant:read') && <LeaveShop shop={{ tenantId, slug, name: profile.name }} variant="quiet" />}
          </div>
        </Card>
      </div>
    </div>
  );
}
