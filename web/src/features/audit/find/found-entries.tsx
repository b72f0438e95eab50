import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { m } from '../../../paraglide/messages.js';
import { querySource } from '../../../shared/live/source.ts';
import { firstOf } from '../../../shared/live/together.ts';
import { type Tenant, useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { SkeletonRows } from '../../../shared/ui/data/skeleton.tsx';
import { auditQuery } from '../audit-query.ts';
import type { AuditSearch } from '../audit-search.ts';
import { AuditTable } from '../audit-table.tsx';
import type { Names } from '../names.ts';
import { type LogSearch, logSearch, type Seen } from './log-search.ts';
import type { Reading } from './look-back.ts';
import { saysAll } from './matches.ts';

type Props = { readonly words: string; readonly search: AuditSearch; readonly names: Names };

/** Entries that say some words, from the newest backwards, and how far back was looked. Another search is another key. */
export function FoundEntries({ words, search, names }: Props) {
  const tenant = useTenant();
  const [found] = useState(() =>
    logSearch({ read: reader(tenant, search), matches: saysAll(words, names, tenant.moment) }),
  );
  const { looked, state } = useSyncExternalStore(found.watch, found.seen);
  useEffect(() => {
    found.further();
    return found.stop;
  }, [found]);
  const none = looked.found.length === 0;
  return (
    <Card className="p-0 md:p-0" aria-busy={state === 'looking'}>
      {!none && <AuditTable entries={looked.found} names={names} />}
      {none && state === 'looking' && <SkeletonRows />}
      {none && state !== 'looking' && (
        <StatePanel title={m.audit_none_said({ words })}>{m.audit_none_said_text()}</StatePanel>
      )}
      <HowFar seen={{ looked, state }} search={found} />
    </Card>
  );
}

/** Reads a page of what the filters choose, once. */
function reader({ tenantId, database, profile }: Tenant, search: AuditSearch): Reading['read'] {
  return async (after, limit) => {
    const page = { ...(after && { after: [after.at.toMillis(), after.id] }), limit };
    const shape = auditQuery(tenantId, search, profile.timeZone, page);
    return (await firstOf(querySource<AuditDocument>(database, shape, tenantId))) ?? [];
  };
}

/** How far back the search has looked, and the way further. */
function HowFar({ seen: { looked, state }, search }: { readonly seen: Seen; readonly search: LogSearch }) {
  const { day } = useTenant();
  const { last, whole } = looked;
  const entries = new Intl.NumberFormat().format(looked.entries);
  return (
    <div className="flex flex-wrap items-center justify-center gap-4 border-t border-line p-4 text-muted">
      <output>
        {state === 'looking' && m.audit_looking({ entries })}
        {state === 'failed' && m.audit_look_failed()}
        {state === 'stopped' &&
          (whole || !last ? m.audit_looked_whole({ entries }) : m.audit_looked({ entries, when: day(last.at) }))}
      </output>
      {!whole && state !== 'looking' && (
        <Button variant="outline" onClick={search.further}>
          {m.audit_look_further()}
        </Button>
      )}
    </div>
  );
}
