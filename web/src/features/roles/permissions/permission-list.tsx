import { Check } from 'lucide-react';
import type { Permission } from '@tenantry/model/permissions';
import { m } from '../../../paraglide/messages.js';
import { groupNames, inGroup, permissionGroups, permissionWords } from '../../../shared/tenant/permission-words.ts';

/** What a role may do, to be read. */
export function PermissionList({ held }: { readonly held: readonly Permission[] }) {
  const groups = permissionGroups
    .map((group) => ({ group, permissions: inGroup(group).filter((permission) => held.includes(permission)) }))
    .filter(({ permissions }) => permissions.length > 0);
  if (groups.length === 0) return <p className="text-muted">{m.role_own_empty()}</p>;
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {groups.map(({ group, permissions }) => (
        <section key={group} className="grid content-start gap-1">
          <h2 className="mb-1 text-lead font-semibold">{groupNames[group]()}</h2>
          <ul>
            {permissions.map((permission) => (
              <li key={permission} className="flex gap-3 border-t border-line py-3">
                <Check aria-hidden size={18} className="mt-0.5 shrink-0 text-good" />
                <span className="grid gap-0.5">
                  <span className="font-medium">{permissionWords[permission].name()}</span>
                  <span className="text-small text-muted">{permissionWords[permission].text()}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
