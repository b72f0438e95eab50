import { Link } from '@tanstack/react-router';
import { isMemberRole } from '@tenantry/model/roles';
import { m } from '../../paraglide/messages.js';
import { groupsOf } from '../../shared/tenant/permission-words.ts';
import { roleText } from '../../shared/tenant/role-names.ts';
import type { Roles } from '../../shared/tenant/roles-for.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { Table, rowLinkClass } from '../../shared/ui/data/table.tsx';
import { usePeopleAs } from './use-people.ts';

type Props = { readonly caption: string; readonly roles: readonly string[] };

/** Roles with what they are about and how many people of the team have them. */
export function RolesTable({ caption, roles: keys }: Props) {
  const { slug } = useTenant();
  const roles = useRoles();
  const peopleAs = usePeopleAs();
  const rows = isMemberRole(keys[0] ?? '')
    ? keys
    : keys.toSorted((a, b) => roles.nameOf(a).localeCompare(roles.nameOf(b)));
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(key) => key}
      columns={[
        {
          key: 'name',
          label: m.field_name(),
          main: true,
          render: (roleKey) => (
            <Link to="/t/$slug/roles/of/$roleKey" params={{ slug, roleKey }} className={rowLinkClass}>
              {roles.nameOf(roleKey)}
            </Link>
          ),
        },
        {
          key: 'text',
          label: m.roles_about(),
          render: (key) => <span className="text-muted">{aboutOf(key, roles)}</span>,
        },
        {
          key: 'people',
          label: m.roles_people(),
          align: 'end',
          render: (key) => <People count={peopleAs(key)} />,
        },
      ]}
    />
  );
}

function aboutOf(key: string, { definitions }: Roles): string {
  if (isMemberRole(key)) return roleText(key);
  return groupsOf(definitions[key]?.permissions ?? []).join(', ') || m.roles_about_nothing();
}

function People({ count }: { readonly count: number | undefined }) {
  if (count === undefined) return <span className="text-muted">–</span>;
  return <span className="whitespace-nowrap">{count === 1 ? m.roles_person() : m.roles_people_count({ count })}</span>;
}
