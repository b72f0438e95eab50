import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { MemberDocument } from '@tenantry/model/documents/people';
import { can } from '@tenantry/model/roles';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import type { Row } from '../../shared/live/source.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { ConfirmDialog } from '../../shared/ui/overlays/confirm-dialog.tsx';
import { Menu, MenuItem } from '../../shared/ui/overlays/menu.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { urls } from '../../shared/urls.ts';
import { RoleDialog } from './role-dialog.tsx';

type Asking = 'role' | 'offer' | 'remove' | 'leave';

/** What this person may do with a member of the team; nothing is no menu. */
export function MemberMenu({ member }: { readonly member: Row<MemberDocument> }) {
  const { tenantId, may, profile } = useTenant();
  const { mayGive } = useRoles();
  const { uid } = usePerson();
  const [asking, setAsking] = useState<Asking>();
  const self = member.id === uid;
  // Demoting goes on in a business that may only be read; the server refuses what would be an addition.
  const manages = may('member:manage', 'release') && mayGive(member.role);
  if (!manages && !self) return null;

  const name = member.displayName || member.email;
  const close = () => setAsking(undefined);
  return (
    <>
      <Menu
        trigger={
          <Button variant="quiet" size="icon" aria-label={m.member_menu({ name })}>
            <Ellipsis aria-hidden size={18} />
          </Button>
        }
      >
        {manages && <MenuItem onSelect={() => setAsking('role')}>{m.member_change_role()}</MenuItem>}
        {may('owner:manage') && !can(member.role, 'owner:manage') && (
          <MenuItem onSelect={() => setAsking('offer')}>{m.ownership_offer()}</MenuItem>
        )}
        {manages && !self && (
          <MenuItem tone="danger" onSelect={() => setAsking('remove')}>
            {m.member_remove()}
          </MenuItem>
        )}
        {self && (
          <MenuItem tone="danger" onSelect={() => setAsking('leave')}>
            {m.leave_action()}
          </MenuItem>
        )}
      </Menu>
      {asking === 'role' && <RoleDialog member={member} onClose={close} />}
      <ConfirmDialog
        open={asking === 'offer'}
        onClose={close}
        title={m.ownership_offer_title({ name })}
        lead={m.ownership_offer_text({ name })}
        action={m.ownership_offer()}
        tone="primary"
        onConfirm={async () => {
          await call('offerOwnership', { tenantId, uid: member.id });
          toastDone(m.ownership_offer_made({ name }));
        }}
      />
      <ConfirmDialog
        open={asking === 'remove'}
        onClose={close}
        title={m.member_remove_title({ name })}
        lead={m.member_remove_text()}
        action={m.member_remove()}
        onConfirm={async () => {
          await call('removeMember', { tenantId, uid: member.id });
          toastDone(m.member_removed({ name }));
        }}
      />
      <ConfirmDialog
        open={asking === 'leave'}
        onClose={close}
        title={m.leave_title({ name: profile.name })}
        lead={m.leave_text()}
        action={m.leave_action()}
        onConfirm={async () => {
          await call('leaveTenant', { tenantId });
          location.assign(urls.home());
        }}
      />
    </>
  );
}
