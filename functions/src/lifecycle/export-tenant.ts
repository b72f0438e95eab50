import { type ExportEnd, exportFormat } from '@tenantry/model/export-format';
import { downloads } from '@tenantry/model/operations/downloads';
import { tenantDocuments } from '../platform/data/documents.ts';
import { readWholeTenant } from '../platform/data/tenants/whole-tenant.ts';
import type { DownloadOperation } from '../platform/downloads/run-download.ts';
import { serveDownload } from '../platform/downloads/serve-download.ts';
import { requireContext } from '../platform/tenant-context.ts';
import { isRecorded, recordUsage } from '../usage/record-usage.ts';

/**
 * Everything of a business as JSON Lines, for its owners, whatever its status: a head, a line a document, and an end that says how many
 * there were. It is audited and metered when it begins, and cut off when the owner's right ends meanwhile.
 */
export const tenantExport: DownloadOperation = {
  input: downloads.exportTenant.input,
  permissions: ['tenant:export'],
  gate: 'always',
  recentLogin: true,
  calls: { counted: 'exports', perMinute: 20 },
  async begin({ tx, audit, tenantId, now }) {
    const act = { meter: 'exports', act: requireContext().requestId } as const;
    const [tenant, recorded] = await Promise.all([tx.get(tenantDocuments.tenant()), isRecorded(tx, act)]);
    // The answer to a commit may be lost, which is tried again then.
    if (!recorded) {
      audit({ action: 'tenant.exported', target: tenantId, details: {} });
      recordUsage(tx, { ...act, quantity: 1, at: now });
    }
    return `${tenant?.slug ?? tenantId}-${now.toISOString().slice(0, 10)}.jsonl`;
  },
  async *lines(mayGoOn) {
    const { tenantId } = requireContext();
    yield JSON.stringify({ format: exportFormat, tenantId, exportedAt: new Date().toISOString() });
    let documents = 0;
    for await (const document of readWholeTenant(mayGoOn)) {
      documents += 1;
      yield JSON.stringify(document);
    }
    yield JSON.stringify({ end: true, documents } satisfies ExportEnd);
  },
};

export const exportTenant = serveDownload('exportTenant', tenantExport);
