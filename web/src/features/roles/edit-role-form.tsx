import type { RoleDefinition } from '@tenantry/model/documents/tenants';
import type { Permission } from '@tenantry/model/permissions';
import type * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { TextField } from '../../shared/form/fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import { useFeature } from '../../shared/billing/use-feature.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { PermissionSwitches } from './permissions/permission-switches.tsx';
import { roleSchema } from './role-fields.ts';

type Props = {
  readonly roleKey: string;
  readonly definition: RoleDefinition;
};

/** Renames a role and says what it may do; that holds at once, in every page that its people have open. */
export function EditRoleForm({ roleKey, definition }: Props) {
  const { tenantId, role: own, can } = useTenant();
  const hasOwnRoles = useFeature('custom-roles');
  const stored = { name: definition.name, permissions: definition.permissions };
  const define = (values: z.output<typeof roleSchema>) => call('defineRole', { tenantId, key: roleKey, ...values });
  const operation = useOperationForm<z.input<typeof roleSchema>, z.output<typeof roleSchema>>({
    schema: roleSchema,
    defaults: stored,
    stored,
    submit: async (values) => {
      const widened = values.permissions.some((permission) => !stored.permissions.includes(permission));
      const narrowed = stored.permissions.some((permission) => !values.permissions.includes(permission));
      if (!widened && !narrowed && values.name === stored.name) return;
      await define(values);
      operation.reset(values);
      // Taking it back would widen the role again, which the plan may not have.
      const undo = narrowed && !hasOwnRoles ? undefined : () => define(stored);
      toastDone(m.role_saved({ name: values.name }), undo);
    },
  });
  // Without the plan a role can only be narrowed.
  const inPlan = (permission: Permission) => hasOwnRoles || stored.permissions.includes(permission);
  const mayGive = (permission: Permission) => can(permission) && inPlan(permission);
  return (
    <Form of={operation} className="gap-8">
      {own === roleKey && (
        <Notice tone="warn" title={m.role_own_title()}>
          {m.role_own_warning()}
        </Notice>
      )}
      <div className="lg:max-w-md">
        <TextField name="name" label={m.field_name()} autoComplete="off" />
      </div>
      <PermissionSwitches
        name="permissions"
        mayGive={mayGive}
        whyNot={(permission) => (can(permission) ? m.roles_not_in_plan() : m.roles_lacking())}
      />
      <div>
        <Button type="submit" busy={operation.busy}>
          {m.action_save()}
        </Button>
      </div>
    </Form>
  );
}
