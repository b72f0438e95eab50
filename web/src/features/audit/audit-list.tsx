import type { AuditDocument } from '@tenantry/model/documents/tenants';
import type { ReactNode } from 'react';
import { cursorOf } from '../../shared/paging.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../shared/tenant/use-tenant-live.ts';
import { PagedList } from '../../shared/ui/data/paged-list.tsx';
import { auditQuery } from './audit-query.ts';
import type { AuditSearch } from './audit-search.ts';
import { AuditTable } from './audit-table.tsx';
import type { Names } from './names.ts';

type Props = {
  readonly search: AuditSearch;
  readonly go: (search: AuditSearch) => unknown;
  readonly names: Names;
  readonly empty: ReactNode;
};

/** The entries that the filters choose, newest first, on whichever surface. */
export function AuditList({ search, go, names, empty }: Props) {
  const { tenantId, profile } = useTenant();
  const cursor = cursorOf(search);
  const live = useTenantQuery<AuditDocument>(auditQuery(tenantId, search, profile.timeZone, cursor));
  const { by, act, from, to } = search;
  return (
    <PagedList
      live={live}
      empty={empty}
      cursor={cursor}
      sortValues={({ at, id }) => [at.toMillis(), id]}
      onPage={(page) => go({ by, act, from, to, ...page })}
    >
      {(entries) => <AuditTable entries={entries} names={names} />}
    </PagedList>
  );
}
