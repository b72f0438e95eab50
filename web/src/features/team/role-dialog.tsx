import type { MemberDocument } from '@tenantry/model/documents/people';
import { roleKey } from '@tenantry/model/operations/role-key';
import { useState } from 'react';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { SelectField } from '../../shared/form/fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { FormActions } from '../../shared/form/form-actions.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import type { Row } from '../../shared/live/source.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { Dialog } from '../../shared/ui/overlays/dialog.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { roleHint, roleOptions } from './assignable-roles.ts';

const schema = z.object({ role: roleKey });

type Props = { readonly member: Row<MemberDocument>; readonly onClose: () => void };

/** Gives a member of the team another role; it holds at once, in every page that they have open. */
export function RoleDialog({ member, onClose }: Props) {
  const { tenantId } = useTenant();
  const { uid } = usePerson();
  const roles = useRoles();
  /** The role that the person was asked about, when it is their own that they change. */
  const [asked, setAsked] = useState<string>();
  const name = member.displayName || member.email;
  const operation = useOperationForm({
    schema,
    defaults: { role: member.role },
    submit: async ({ role }) => {
      const before = member.role;
      if (role === before) return onClose();
      if (member.id === uid && asked !== role) return setAsked(role);
      await call('setMemberRole', { tenantId, uid: member.id, role });
      onClose();
      toastDone(m.member_role_changed({ name, role: roles.nameOf(role) }), () =>
        call('setMemberRole', { tenantId, uid: member.id, role: before }),
      );
    },
  });
  const chosen = operation.form.watch('role');
  const asks = member.id === uid && asked === chosen;
  return (
    <Dialog open onClose={onClose} title={m.member_role_title({ name })}>
      <Form of={operation}>
        <SelectField name="role" label={m.field_role()} options={roleOptions(roles)} hint={roleHint(chosen, roles)} />
        {asks && (
          <Notice tone="warn" title={m.own_role_title()}>
            {m.own_role_text()}
          </Notice>
        )}
        <FormActions
          action={asks ? m.own_role_action() : m.member_change_role()}
          busy={operation.busy}
          onCancel={onClose}
        />
      </Form>
    </Dialog>
  );
}
