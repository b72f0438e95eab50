import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Card } from '../../shared/ui/basics/card.tsx';
import ExportButton from './export-button.tsx';

/** Everything of the business, to take away. */
export function ExportCard() {
  const { tenantId, slug } = useTenant();
  return (
    <Card className="grid gap-4">
      <h2 className="text-lead font-semibold">{m.export_title()}</h2>
      <p className="text-muted">{m.export_text()}</p>
      <div>
        <ExportButton tenantId={tenantId} slug={slug} />
      </div>
    </Card>
  );
}
