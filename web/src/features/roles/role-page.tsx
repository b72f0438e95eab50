import { useParams } from '@tanstack/react-router';
import { isMemberRole, permissionsOf } from '@tenantry/model/roles';
import { useState } from 'react';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { m } from '../../paraglide/messages.js';
import { BackLink } from '../../shared/tenant/back-link.tsx';
import { roleName, roleText } from '../../shared/tenant/role-names.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../shared/ui/data/list-state.tsx';
import { DeleteRole } from './delete-role.tsx';
import { EditRoleForm } from './edit-role-form.tsx';
import { PermissionList } from './permissions/permission-list.tsx';
import { PlanNotice } from './plan-notice.tsx';
import { useBusiness } from './use-business.ts';

const back = <BackLink to="/t/$slug/roles">{m.nav_roles()}</BackLink>;

/** One role: what it may do, and for the business's own the ways to change that. */
export default function RolePage() {
  const { roleKey } = useParams({ from: '/t/$slug/roles/of/$roleKey' });
  const business = useBusiness();
  if (isMemberRole(roleKey)) {
    return (
      <>
        <PageHeader title={roleName(roleKey)} lead={roleText(roleKey)} back={back} />
        <Card>
          <PermissionList held={permissionsOf(roleKey)} />
        </Card>
      </>
    );
  }
  const gone = (
    <>
      <PageHeader title={m.nav_roles()} back={back} />
      <StatePanel title={m.role_gone_title()}>{m.role_gone_text()}</StatePanel>
    </>
  );
  return (
    <>
      {business.state !== 'ready' && <PageHeader title={m.nav_roles()} back={back} />}
      <ListState live={business} empty={gone}>
        {(data) =>
          Object.hasOwn(data.roles ?? {}, roleKey) ? <OwnRole key={roleKey} roleKey={roleKey} business={data} /> : gone
        }
      </ListState>
    </>
  );
}

type OwnProps = { readonly roleKey: string; readonly business: TenantDocument };

function OwnRole({ roleKey, business }: OwnProps) {
  const { may } = useTenant();
  const { mayGive } = useRoles();
  const [deleting, setDeleting] = useState(false);
  const definition = business.roles?.[roleKey];
  if (!definition) return null;
  const holdsAll = mayGive(roleKey);
  const manages = may('role:manage') && holdsAll;
  return (
    <>
      <PageHeader
        title={definition.name}
        lead={roleKey}
        back={back}
        actions={
          manages && (
            <Button variant="outline" onClick={() => setDeleting(true)}>
              {m.role_delete()}
            </Button>
          )
        }
      />
      <div className="grid gap-6">
        <PlanNotice business={business} />
        {!holdsAll && <Notice title={m.role_beyond_title()}>{m.role_beyond_text()}</Notice>}
        <Card>
          {manages ? (
            <EditRoleForm roleKey={roleKey} definition={definition} />
          ) : (
            <PermissionList held={definition.permissions} />
          )}
        </Card>
      </div>
      {deleting && <DeleteRole roleKey={roleKey} name={definition.name} onClose={() => setDeleting(false)} />}
    </>
  );
}
