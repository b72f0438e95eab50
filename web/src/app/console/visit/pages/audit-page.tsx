import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { AuditFilters } from '../../../../features/audit/audit-filters.tsx';
import { auditQuery } from '../../../../features/audit/audit-query.ts';
import { auditSearch } from '../../../../features/audit/audit-search.ts';
import { AuditTable } from '../../../../features/audit/audit-table.tsx';
import { useNames } from '../../../../features/audit/names.ts';
import { m } from '../../../../paraglide/messages.js';
import { cursorOf, pageOf } from '../../../../shared/paging.ts';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../../../shared/tenant/use-tenant-live.ts';
import { Card } from '../../../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { ListState, StatePanel } from '../../../../shared/ui/data/list-state.tsx';
import { Pager } from '../../../../shared/ui/data/pager.tsx';
import { useListAddress } from './use-list-address.ts';

/** Who did what and when, newest first, this visit included; names only where the door's scope shows people. */
export default function AuditPage() {
  const { tenantId, profile } = useTenant();
  const { search, go } = useListAddress(auditSearch);
  const { names, people } = useNames();
  const cursor = cursorOf(search);
  const live = useTenantQuery<AuditDocument>(auditQuery(tenantId, search, profile.timeZone, cursor));
  const { by, act, from, to } = search;
  const filter = { by, act, from, to };
  return (
    <>
      <PageHeader title={m.nav_audit()} />
      <AuditFilters search={search} people={people} onChange={(next) => go(next, true)} />
      <Card className="p-0 md:p-0">
        <ListState
          live={live}
          empty={<StatePanel title={m.audit_none_found()}>{m.audit_none_found_text()}</StatePanel>}
        >
          {(entries) => {
            const { rows, next, previous } = pageOf(entries, cursor, ({ at, id }) => [at.toMillis(), id]);
            return (
              <>
                <AuditTable entries={rows} names={names} />
                <Pager
                  onNext={next && (() => go({ ...filter, ...next }))}
                  onPrevious={previous && (() => go({ ...filter, ...previous }))}
                />
              </>
            );
          }}
        </ListState>
      </Card>
    </>
  );
}
