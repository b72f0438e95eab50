import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { tenantPaths } from '@tenantry/model/paths';
import { hasFeature } from '@tenantry/model/plans';
import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { errorText } from '../../shared/api/error-texts.ts';
import { plansWith } from '../../shared/billing/feature-names.ts';
import { PlansLink } from '../../shared/billing/plans-link.tsx';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useTenantDocument } from '../../shared/tenant/use-tenant-live.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { ListState } from '../../shared/ui/data/list-state.tsx';
import { Dialog } from '../../shared/ui/overlays/dialog.tsx';
import { toastDone, toastFailed } from '../../shared/ui/overlays/toast-store.ts';
import { SupportForm } from './support-form.tsx';
import { SupportVisitors } from './support-visitors.tsx';

/** The door to the platform's support: whether it stands open, and the way to open and to shut it. */
export function SupportCard() {
  const { may } = useTenant();
  const tenant = useTenantDocument<TenantDocument>(tenantPaths.self());
  const [opening, setOpening] = useState(false);
  const close = () => setOpening(false);
  return (
    <Card className="grid gap-4">
      <h2 className="text-lead font-semibold">{m.support_title()}</h2>
      <p className="text-muted">{m.support_text()}</p>
      <ListState live={tenant} empty={null}>
        {({ supportDoor, supportVisitors, features }) => (
          <>
            <p className="text-small text-muted">
              {hasFeature({ features }, 'priority-support') ? (
                m.support_priority()
              ) : (
                <>
                  {plansWith('priority-support')}. <PlansLink />
                </>
              )}
            </p>
            {supportDoor && standsOpen(supportDoor) ? (
              <OpenDoor door={supportDoor} />
            ) : (
              may('support:grant', 'release') && (
                <div>
                  <Button variant="outline" onClick={() => setOpening(true)}>
                    {m.support_open()}
                  </Button>
                </div>
              )
            )}
            {supportVisitors && <SupportVisitors visitors={supportVisitors} />}
          </>
        )}
      </ListState>
      <Dialog open={opening} onClose={close} title={m.support_open()} lead={m.support_text()}>
        <SupportForm onDone={close} />
      </Dialog>
    </Card>
  );
}

type Door = NonNullable<TenantDocument['supportDoor']>;

/** The clock shuts it; the task that writes so may come a moment later. */
function standsOpen({ until }: Door): boolean {
  return until.toMillis() > Date.now();
}

function OpenDoor({ door: { until, scope, reason } }: { readonly door: Door }) {
  const { tenantId, moment } = useTenant();
  async function shut(): Promise<void> {
    await call('closeSupport', { tenantId });
    toastDone(m.support_closed());
  }
  return (
    <Notice
      tone="warn"
      title={m.support_is_open({ until: moment(until) })}
      action={
        <Button variant="outline" onClick={() => shut().catch((error: unknown) => toastFailed(errorText(error)))}>
          {m.support_close()}
        </Button>
      }
    >
      <p>{scope === 'support' ? m.support_scope_narrow() : m.support_scope_wide()}</p>
      <p className="wrap-anywhere">{reason}</p>
    </Notice>
  );
}
