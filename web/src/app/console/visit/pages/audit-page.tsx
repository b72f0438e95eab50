import { AuditFilters } from '../../../../features/audit/audit-filters.tsx';
import { AuditList } from '../../../../features/audit/audit-list.tsx';
import { auditSearch } from '../../../../features/audit/audit-search.ts';
import { useNames } from '../../../../features/audit/names.ts';
import { m } from '../../../../paraglide/messages.js';
import { PageHeader } from '../../../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../../../shared/ui/data/list-state.tsx';
import { useListAddress } from './use-list-address.ts';

/** Who did what and when, newest first, this visit included; the team's names only where the door's scope shows people. */
export default function AuditPage() {
  const { search, go } = useListAddress(auditSearch);
  const { names, people } = useNames();
  return (
    <>
      <PageHeader title={m.nav_audit()} />
      <AuditFilters search={search} people={people} onChange={(next) => go(next, true)} />
      <AuditList
        search={search}
        go={go}
        names={names}
        empty={<StatePanel title={m.audit_none_found()}>{m.audit_none_found_text()}</StatePanel>}
      />
    </>
  );
}
