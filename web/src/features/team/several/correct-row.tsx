import * as formats from '@tenantry/model/formats';
import { roleKey } from '@tenantry/model/operations/role-key';
import * as z from 'zod/mini';
import { m } from '../../../paraglide/messages.js';
import { SelectField, TextareaField, TextField } from '../../../shared/form/fields.tsx';
import { Form } from '../../../shared/form/form.tsx';
import { FormActions } from '../../../shared/form/form-actions.tsx';
import { useOperationForm } from '../../../shared/form/use-operation-form.ts';
import { useRoles } from '../../../shared/tenant/use-roles.ts';
import { Dialog } from '../../../shared/ui/overlays/dialog.tsx';
import { roleHint } from '../assignable-roles.ts';
import { invitableRoles } from './invitable-roles.ts';
import type { PreviewRow, WrittenRow } from './list/rows.ts';

const schema = z.object({ email: formats.email, role: roleKey, message: formats.message });

type Props = {
  readonly row: PreviewRow;
  readonly onCorrect: (row: WrittenRow) => void;
  readonly onClose: () => void;
};

/** One row with an address, a role and words of its own. */
export function CorrectRow({ row: { from, address, written, role }, onCorrect, onClose }: Props) {
  const roles = useRoles();
  const options = invitableRoles(roles);
  const operation = useOperationForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaults: {
      email: address ?? written,
      role: options.some(({ value }) => value === role) ? role : '',
      message: from.message,
    },
    submit: (typed) => {
      onCorrect({ ...(from.number !== undefined && { number: from.number }), ...typed });
      onClose();
      return Promise.resolve();
    },
  });
  return (
    <Dialog open onClose={onClose} title={m.several_correct_title()}>
      <Form of={operation}>
        <TextField name="email" type="email" label={m.field_email()} autoComplete="off" />
        <SelectField
          name="role"
          label={m.field_role()}
          options={[{ value: '', label: m.several_choose_role() }, ...options]}
          hint={operation.form.watch('role') && roleHint(operation.form.watch('role'), roles)}
        />
        <TextareaField name="message" label={m.invite_message()} hint={m.several_correct_message()} rows={4} />
        <FormActions action={m.several_correct_done()} busy={operation.busy} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
