import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { roleName } from '../../shared/tenant/role-names.ts';
import { type Membership, useMemberships } from '../../shared/tenant/use-memberships.ts';
import { Badge } from '../../shared/ui/basics/badge.tsx';
import { Button, buttonClass } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { Mark } from '../../shared/ui/basics/mark.tsx';
import { ListState } from '../../shared/ui/data/list-state.tsx';
import { ConfirmDialog } from '../../shared/ui/overlays/confirm-dialog.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { urls } from '../../shared/urls.ts';

/** Where the person belongs, as what, and the way out of each. */
export function OwnBusinesses() {
  const memberships = useMemberships();
  return (
    <Card className="grid gap-3">
      <h2 className="text-lead font-semibold">{m.profile_businesses()}</h2>
      <ListState live={memberships} empty={<p className="text-muted">{m.profile_businesses_none()}</p>}>
        {(all) => (
          <ul className="grid gap-2">
            {all.map((membership) => (
              <Business key={membership.id} membership={membership} />
            ))}
          </ul>
        )}
      </ListState>
    </Card>
  );
}

function Business({ membership: { tenantId, slug, name, role } }: { readonly membership: Membership }) {
  const [leaving, setLeaving] = useState(false);
  const isCustomer = role === 'customer';
  return (
    <li className="flex flex-wrap items-center gap-3">
      <Mark name={name} />
      <span className="min-w-0 flex-1">
        {isCustomer ? (
          <a href={urls.portal(slug)} className="link block truncate">
            {name}
          </a>
        ) : (
          <Link to="/t/$slug" params={{ slug }} className="link block truncate">
            {name}
          </Link>
        )}
        <Badge>{roleName(role)}</Badge>
      </span>
      {!isCustomer && (
        <Link
          to="/t/$slug/orders/notifications"
          params={{ slug }}
          className={buttonClass({ variant: 'quiet' })}
          aria-label={m.profile_mails_of({ name })}
        >
          {m.profile_mails()}
        </Link>
      )}
      <Button variant="quiet" onClick={() => setLeaving(true)} aria-label={m.profile_leave_of({ name })}>
        {m.profile_leave()}
      </Button>
      <ConfirmDialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={m.leave_title({ name })}
        lead={isCustomer ? m.profile_leave_shop_text() : m.leave_text()}
        action={m.leave_action()}
        onConfirm={async () => {
          await call('leaveTenant', { tenantId });
          toastDone(m.profile_left({ name }));
        }}
      />
    </li>
  );
}
