import { useNavigate } from '@tanstack/react-router';
import { roleKey as roleKeyFormat } from '@tenantry/model/operations/role-key';
import { peopleMovedAtMost } from '@tenantry/model/roles';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { SelectField } from '../../shared/form/fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Dialog, DialogActions } from '../../shared/ui/overlays/dialog.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { usePeopleAs } from './use-people.ts';

const schema = z.object({ moveTo: roleKeyFormat });

type Props = { readonly roleKey: string; readonly name: string; readonly onClose: () => void };

/** Asks where a role's people go before it is deleted. */
export function DeleteRole({ roleKey, name, onClose }: Props) {
  const { tenantId, slug } = useTenant();
  const { given, nameOf } = useRoles();
  const navigate = useNavigate();
  const count = usePeopleAs()(roleKey);
  const places = given.filter((role) => role !== roleKey && role !== 'owner');
  const operation = useOperationForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaults: { moveTo: places[0] ?? '' },
    submit: async ({ moveTo }) => {
      await call('deleteRole', { tenantId, key: roleKey, moveTo });
      onClose();
      toastDone(m.role_deleted({ name }));
      await navigate({ to: '/t/$slug/roles', params: { slug } });
    },
  });
  const tooMany = count !== undefined && count > peopleMovedAtMost;
  return (
    <Dialog open onClose={onClose} title={m.role_delete_title({ name })} lead={leadFor(count)}>
      <Form of={operation}>
        {!tooMany && (
          <SelectField
            name="moveTo"
            label={m.role_move_to()}
            hint={count === 0 ? m.role_move_nobody() : undefined}
            options={places.map((role) => ({ value: role, label: nameOf(role) }))}
          />
        )}
        <DialogActions>
          <Button variant="outline" onClick={onClose}>
            {m.action_keep()}
          </Button>
          {!tooMany && (
            <Button type="submit" variant="danger" busy={operation.busy}>
              {m.role_delete()}
            </Button>
          )}
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function leadFor(count: number | undefined): string {
  if (count === undefined) return m.role_delete_text();
  if (count > peopleMovedAtMost) return m.role_delete_many({ limit: peopleMovedAtMost });
  if (count === 0) return m.role_delete_nobody();
  return count === 1 ? m.role_delete_one() : m.role_delete_some({ count });
}
