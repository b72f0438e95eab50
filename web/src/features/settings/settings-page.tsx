import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ExportCard } from './export-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { SettingsFacts } from './settings-facts.tsx';
import { SettingsForm } from './settings-form.tsx';
import { SupportCard } from './support-card.tsx';

/** What the business is called, looks and sells like. */
export default function SettingsPage() {
  const { can } = useTenant();
  return (
    <>
      <PageHeader title={m.nav_settings()} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Card>{can('tenant:update') ? <SettingsForm /> : <SettingsFacts />}</Card>
        <div className="grid content-start gap-6">
          <PlanCard />
          {can('support:grant') && <SupportCard />}
          {can('tenant:export') && <ExportCard />}
        </div>
      </div>
    </>
  );
}
