import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../shared/ui/data/list-state.tsx';
import { SearchField } from '../../shared/ui/data/search-field.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import type { AuditSearch } from './audit-search.ts';
import { CheckLog } from './check-log.tsx';
import { ExportMenu } from './export/export-menu.tsx';
import { FoundEntries } from './find/found-entries.tsx';
import { useNames } from './names.ts';

const route = getRouteApi('/t/$slug/audit');

/** Who did what and when, newest first, and whether anybody has changed that since. */
export default function AuditPage() {
  const { slug, can } = useTenant();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { names, people, ready } = useNames();
  const { by, act, from, to, q } = search;
  const filter = { by, act, from, to };
  const go = (next: AuditSearch, replace = false) =>
    navigate({ to: '/t/$slug/audit', params: { slug }, search: next, replace });
  const readable = can('audit:read');

  return (
    <>
      <PageHeader
        title={m.nav_audit()}
        lead={m.audit_lead()}
        actions={readable && !q && <ExportMenu search={filter} names={names} />}
      />
      {readable && <CheckLog />}
      <div className="mb-3 flex">
        <SearchField label={m.audit_search()} value={q} onSearch={(words) => go({ ...filter, q: words }, true)} />
      </div>
      <AuditFilters search={search} people={people} onChange={(next) => go(next, true)} />
      {q && readable ? (
        ready && <FoundEntries key={JSON.stringify([filter, q])} words={q} search={filter} names={names} />
      ) : (
        <AuditList
          search={search}
          go={go}
          names={names}
          empty={<NoEntries filtered={Object.values(filter).some(Boolean)} />}
        />
      )}
    </>
  );
}

function NoEntries({ filtered }: { readonly filtered: boolean }) {
  if (filtered) return <StatePanel title={m.audit_none_found()}>{m.audit_none_found_text()}</StatePanel>;
  return (
    <StatePanel icon={<History aria-hidden />} title={m.audit_empty_title()}>
      {m.audit_empty_text()}
    </StatePanel>
  );
}
