import { useNavigate } from '@tanstack/react-router';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { useMemo } from 'react';
import type * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { TextField } from '../../shared/form/fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import { useFeature } from '../../shared/billing/use-feature.ts';
import { BackLink } from '../../shared/tenant/back-link.tsx';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { DeniedState, ListState } from '../../shared/ui/data/list-state.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { keyFrom } from './key-from.ts';
import { PermissionSwitches } from './permissions/permission-switches.tsx';
import { PlanNotice } from './plan-notice.tsx';
import { newRoleSchema } from './role-fields.ts';
import { useBusiness } from './use-business.ts';

export default function NewRolePage() {
  const { may } = useTenant();
  const business = useBusiness();
  const hasOwnRoles = useFeature('custom-roles');
  return (
    <>
      <PageHeader title={m.roles_new()} back={<BackLink to="/t/$slug/roles">{m.nav_roles()}</BackLink>} />
      {may('role:manage') ? (
        <ListState live={business} empty={null}>
          {(data) => (hasOwnRoles ? <NewRoleForm business={data} /> : <PlanNotice business={data} />)}
        </ListState>
      ) : (
        <DeniedState />
      )}
    </>
  );
}

type Schema = ReturnType<typeof newRoleSchema>;

function NewRoleForm({ business: { roles } }: { readonly business: TenantDocument }) {
  const { tenantId, slug, can } = useTenant();
  const navigate = useNavigate();
  const taken = useMemo(() => Object.keys(roles ?? {}), [roles]);
  const operation = useOperationForm<z.input<Schema>, z.output<Schema>>({
    schema: useMemo(() => newRoleSchema(taken), [taken]),
    defaults: { name: '', key: '', permissions: can('profile:read') ? ['profile:read'] : [] },
    fieldOf: { 'role-retired': 'key', 'role-taken': 'key' },
    submit: async (values) => {
      await call('defineRole', { tenantId, ...values, isNew: true });
      toastDone(m.role_defined({ name: values.name }));
      await navigate({ to: '/t/$slug/roles', params: { slug } });
    },
  });
  const { form, busy } = operation;
  return (
    <Card>
      <Form of={operation} className="gap-8">
        <div className="grid gap-5 lg:grid-cols-2 lg:gap-6">
          <TextField
            name="name"
            label={m.field_name()}
            hint={m.role_name_hint()}
            autoComplete="off"
            onInput={(event) => {
              // Until somebody writes one of their own, it follows the name.
              const { name, key } = form.getValues();
              if (key === keyFrom(name, taken)) form.setValue('key', keyFrom(event.currentTarget.value, taken));
            }}
          />
          <TextField
            name="key"
            label={m.role_key()}
            hint={m.role_key_hint()}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        </div>
        <PermissionSwitches name="permissions" mayGive={can} whyNot={m.roles_lacking} />
        <div>
          <Button type="submit" busy={busy}>
            {m.role_define()}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
