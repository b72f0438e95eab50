import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { querySource, type Row } from '../../../shared/live/source.ts';
import { firstOf } from '../../../shared/live/together.ts';
import type { Tenant } from '../../../shared/tenant/tenant.ts';
import { auditQuery } from '../audit-query.ts';
import type { AuditSearch } from '../audit-search.ts';
import type { ExportFormat } from './export-formats.ts';
import { formats } from './export-lines.ts';

const pageSize = 500;

type Export = {
  readonly tenant: Pick<Tenant, 'tenantId' | 'database' | 'profile'>;
  readonly search: AuditSearch;
  readonly format: ExportFormat;
  readonly nameOf: (actor: string) => string;
  /** Told after each page how many entries there are so far. */
  readonly onProgress: (entries: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Reads what the filters choose, newest first, a page at a time, as the person may read it. Throws what the rules answer,
 * and the signal's reason when it is given up.
 */
export async function exportLog({ tenant, search, format, nameOf, onProgress, signal }: Export): Promise<Blob> {
  const { tenantId, database, profile } = tenant;
  const { head, lines, mediaType } = formats[format];
  // Each page becomes a part of its own: the browser may keep what is long outside of the page's memory.
  const parts: Blob[] = [new Blob([head])];
  let entries = 0;
  let after: (string | number)[] | undefined;
  for (;;) {
    signal.throwIfAborted();
    const shape = auditQuery(tenantId, search, profile.timeZone, { ...(after && { after }), limit: pageSize });
    const rows: Row<AuditDocument>[] = (await firstOf(querySource<AuditDocument>(database, shape, tenantId))) ?? [];
    parts.push(new Blob([lines(rows, nameOf)]));
    entries += rows.length;
    onProgress(entries);
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return new Blob(parts, { type: mediaType });
    after = [last.at.toMillis(), last.id];
  }
}
