import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import { featuresOf, plans } from '@tenantry/model/plans';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import { keepFile } from '../../../shared/page/keep-file.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { planName } from '../../../shared/tenant/plan-names.ts';
import { useTenantDocument } from '../../../shared/tenant/use-tenant-live.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Menu, MenuItem } from '../../../shared/ui/overlays/menu.tsx';
import { toastDone, toastFailed } from '../../../shared/ui/overlays/toast-store.ts';
import type { AuditSearch } from '../audit-search.ts';
import { type ExportFormat, exportFormats } from './export-formats.ts';
import { actorName } from '../sentences.ts';
import type { Names } from '../names.ts';

type Props = { readonly search: AuditSearch; readonly names: Names };

const labels = {
  csv: m.audit_export_csv,
  jsonl: m.audit_export_jsonl,
} satisfies Record<ExportFormat, () => string>;

/** Takes away what the filters choose; where the plan lacks that, says which plans have it. */
export function ExportMenu(props: Props) {
  const { can } = useTenant();
  const tenant = useTenantDocument<TenantDocument>(can('tenant:read') ? tenantPaths.self() : undefined);
  if (tenant.state !== 'ready') return null;
  if (tenant.data.features.includes('audit-export')) return <ExportChoice {...props} />;
  const having = plans.filter((plan) => featuresOf(plan).includes('audit-export')).map(planName);
  return <p className="max-w-xs text-small text-muted">{m.audit_export_plan({ plans: listOf(having) })}</p>;
}

const listOf = (words: readonly string[]): string => new Intl.ListFormat('en', { type: 'conjunction' }).format(words);

function ExportChoice({ search, names }: Props) {
  const tenant = useTenant();
  const [entries, setEntries] = useState<number>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function run(format: ExportFormat): Promise<void> {
    const { signal } = (running.current = new AbortController());
    setEntries(0);
    try {
      const { exportLog } = await import('./export-log.ts');
      const nameOf = (actor: string): string => actorName(actor, names);
      const file = await exportLog({ tenant, search, format, nameOf, onProgress: setEntries, signal });
      keepFile(file, `${tenant.slug}-${m.audit_export_file()}.${format}`);
      toastDone(m.audit_export_done());
    } catch (error) {
      if (!signal.aborted) toastFailed(errorText(error));
    } finally {
      setEntries(undefined);
    }
  }

  const busy = entries !== undefined;
  return (
    <Menu
      trigger={
        <Button variant="outline" busy={busy} disabled={busy}>
          <Download aria-hidden size={18} />
          {busy ? m.audit_export_running({ entries }) : m.audit_export()}
        </Button>
      }
    >
      {exportFormats.map((format) => (
        <MenuItem key={format} onSelect={() => run(format)}>
          {labels[format]()}
        </MenuItem>
      ))}
    </Menu>
  );
}
