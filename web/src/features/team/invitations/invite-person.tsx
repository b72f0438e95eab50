import * as formats from '@tenantry/model/formats';
import { roleKey } from '@tenantry/model/operations/role-key';
import { useState } from 'react';
import * as z from 'zod/mini';
import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import { SelectField, TextareaField, TextField } from '../../../shared/form/fields.tsx';
import { Form } from '../../../shared/form/form.tsx';
import { FormActions } from '../../../shared/form/form-actions.tsx';
import { useOperationForm } from '../../../shared/form/use-operation-form.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useRoles } from '../../../shared/tenant/use-roles.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Dialog } from '../../../shared/ui/overlays/dialog.tsx';
import { toastDone } from '../../../shared/ui/overlays/toast-store.ts';
import { roleHint, roleOptions } from '../assignable-roles.ts';

export function InvitePerson() {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{m.invite_person()}</Button>
      <Dialog open={open} onClose={close} title={m.invite_person()} lead={m.invite_person_lead()}>
        <InviteForm onDone={close} />
      </Dialog>
    </>
  );
}

const schema = z.object({ email: formats.email, role: roleKey, message: formats.message });

function InviteForm({ onDone }: { readonly onDone: () => void }) {
  const { tenantId } = useTenant();
  const roles = useRoles();
  const operation = useOperationForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaults: { email: '', role: roles.given.find((role) => role === 'member') ?? roles.given[0] ?? '', message: '' },
    fieldOf: { 'already-member': 'email', 'already-invited': 'email' },
    submit: async ({ email, role, message }) => {
      const { inviteId } = await call('inviteMember', { tenantId, email, role, message: message || undefined });
      onDone();
      toastDone(m.invite_sent({ email }), () => call('revokeInvite', { tenantId, inviteId }));
    },
  });
  return (
    <Form of={operation}>
      <TextField name="email" type="email" label={m.field_email()} autoComplete="off" />
      <SelectField
        name="role"
        label={m.field_role()}
        options={roleOptions(roles)}
        hint={roleHint(operation.form.watch('role'), roles)}
      />
      <TextareaField name="message" label={m.invite_message()} rows={3} />
      <FormActions action={m.invite_send()} busy={operation.busy} onCancel={onDone} />
    </Form>
  );
}
