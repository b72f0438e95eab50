import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import { plansWith } from '../../../shared/billing/feature-names.ts';
import { PlansLink } from '../../../shared/billing/plans-link.tsx';
import { useFeature } from '../../../shared/billing/use-feature.ts';
import { keepFile } from '../../../shared/page/keep-file.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
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
  const has = useFeature('audit-export');
  if (has === undefined) return null;
  if (has) return <ExportChoice {...props} />;
  return (
    <p className="max-w-xs text-small text-muted">
      {plansWith('audit-export')}. <PlansLink />
    </p>
  );
}

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
