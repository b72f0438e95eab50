import { type Meter, meterTerms } from '@tenantry/model/billing/meters';
import { standingOf } from '@tenantry/model/billing/usage-forecast';
import type { UsageDocument } from '@tenantry/model/documents/usage';
import { Download } from 'lucide-react';
import { m } from '../../../paraglide/messages.js';
import { plansWith } from '../../../shared/billing/feature-names.ts';
import { PlansLink } from '../../../shared/billing/plans-link.tsx';
import { useFeature } from '../../../shared/billing/use-feature.ts';
import { keepFile } from '../../../shared/page/keep-file.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { Table } from '../../../shared/ui/data/table.tsx';
import { meterName, useUsageWords } from '../usage-words.ts';

type Props = { readonly months: readonly UsageDocument[]; readonly meters: readonly Meter[] };

/** The usage report: the months so far, and all their days to take away. Where the plan lacks it, says which plans have it. */
export function MonthsCard({ months, meters }: Props) {
  const { slug } = useTenant();
  const has = useFeature('usage-report');
  if (has === undefined) return null;
  if (!has) {
    return (
      <Notice title={plansWith('usage-report')} action={<PlansLink />}>
        {m.usage_report_text()}
      </Notice>
    );
  }

  async function download(): Promise<void> {
    const { usageCsv } = await import('./usage-csv.ts');
    keepFile(usageCsv(months), `${slug}-${m.usage_report_file()}.csv`);
  }

  return (
    <section aria-labelledby="usage-months">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="usage-months" className="text-lead font-semibold">
          {m.usage_months_title()}
        </h2>
        <Button variant="outline" onClick={download}>
          <Download aria-hidden size={18} />
          {m.usage_report_download()}
        </Button>
      </div>
      <Card className="p-0 md:p-0">
        <MonthsTable months={months} meters={meters} />
      </Card>
    </section>
  );
}

function MonthsTable({ months, meters }: Props) {
  const words = useUsageWords();
  return (
    <Table
      caption={m.usage_months_title()}
      rows={months}
      rowKey={({ month }) => month}
      columns={[
        { key: 'month', label: m.usage_month(), main: true, render: ({ month }) => words.month(month) },
        ...meters.map((meter) => ({
          key: meter,
          label: meterName(meter),
          align: 'end' as const,
          render: (usage: UsageDocument) => (
            <span className="tabular-nums">
              <span className="text-muted md:hidden">{meterName(meter)}: </span>
              {words.count(countOf(usage, meter))}
            </span>
          ),
        })),
      ]}
    />
  );
}

/** Acts of the month, or what stood at its end. */
function countOf({ totals, standing }: UsageDocument, meter: Meter): number {
  return meterTerms(meter).counts === 'acts' ? (totals[meter] ?? 0) : standingOf(meter, standing);
}
