import { lazy, Suspense, useState } from 'react';
import { can } from '@tenantry/model/roles';
import { type HoldKind, passesGate } from '@tenantry/model/tenant-status';
import { m } from '../../../paraglide/messages.js';
import { call } from '../../../shared/api/call.ts';
import { CenteredPage } from '../../../shared/page/centered-page.tsx';
import type { Membership } from '../../../shared/tenant/use-memberships.ts';
import { Button, buttonClass } from '../../../shared/ui/basics/button.tsx';
import { ConfirmDialog } from '../../../shared/ui/overlays/confirm-dialog.tsx';
import { urls } from '../../../shared/urls.ts';
import { heldText } from './held-text.ts';

/** The way to the person's other businesses. */
export function OtherBusinesses() {
  return (
    <a className={buttonClass({ variant: 'outline' })} href={urls.home()}>
      {m.gate_other_businesses()}
    </a>
  );
}

/** No business, or none of this person's: one answer, since the difference is nobody's business. */
export function ForeignPage() {
  return (
    <CenteredPage title={m.gate_foreign_title()}>
      <p className="text-muted">{m.gate_foreign_text()}</p>
      <OtherBusinesses />
    </CenteredPage>
  );
}

/** A customer has come to the staff's door. */
export function CustomerPage({ membership: { slug, name } }: { readonly membership: Membership }) {
  return (
    <CenteredPage title={m.gate_customer_title({ name })}>
      <p className="text-muted">{m.gate_customer_text()}</p>
      <a className={buttonClass()} href={urls.portal(slug)}>
        {m.gate_customer_action()}
      </a>
      <OtherBusinesses />
    </CenteredPage>
  );
}

/** Somebody of the team whose role holds nothing that could be shown. */
export function NothingPage({ membership: { name } }: { readonly membership: Membership }) {
  return (
    <CenteredPage title={m.gate_nothing_title({ name })}>
      <p role="alert" className="text-muted">
        {m.gate_nothing_text()}
      </p>
      <OtherBusinesses />
    </CenteredPage>
  );
}

const ExportButton = lazy(() => import('../../../features/settings/export-button.tsx'));
const HeldPayments = lazy(() => import('../../../features/billing/payments/held-payments.tsx'));

type HeldProps = {
  readonly membership: Membership;
  readonly status: 'suspended' | 'deleting';
  readonly heldBy?: readonly HoldKind[] | undefined;
  readonly hasBought?: boolean | undefined;
};

/** Nothing of the business can be opened; who can help, and the one thing that is left to do: leaving. */
export function HeldPage({ membership: { tenantId, slug, name, role }, status, heldBy, hasBought }: HeldProps) {
  const [leaving, setLeaving] = useState(false);
  const owed = heldBy?.includes('billing');
  const titles = { suspended: m.gate_suspended_title, deleting: m.gate_deleting_title };
  return (
    <CenteredPage title={titles[status]({ name })}>
      <p role="alert" className="text-muted">
        {heldText(status, can(role, 'owner:manage'), heldBy)}
      </p>
      {can(role, 'billing:manage') && passesGate('billing', status) && (owed || hasBought) && (
        <Suspense>
          <HeldPayments tenantId={tenantId} owed={owed} cameBack={location.search === '?checkout=done'} />
        </Suspense>
      )}
      {can(role, 'tenant:export') && (
        <Suspense>
          <ExportButton tenantId={tenantId} slug={slug} />
        </Suspense>
      )}
      <OtherBusinesses />
      <Button variant="quiet" onClick={() => setLeaving(true)}>
        {m.leave_action()}
      </Button>
      <ConfirmDialog
        open={leaving}
        onClose={() => setLeaving(false)}
        title={m.leave_title({ name })}
        lead={m.leave_text()}
        action={m.leave_action()}
        onConfirm={async () => {
          await call('leaveTenant', { tenantId });
          location.assign(urls.home());
        }}
      />
    </CenteredPage>
  );
}
