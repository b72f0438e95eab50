import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Dialog } from '../../shared/ui/overlays/dialog.tsx';
import { Facts } from '../../shared/ui/data/facts.tsx';
import { urls } from '../../shared/urls.ts';
import { planName, sinceText } from './business-texts.ts';
import { StatusBadge } from './status-badge.tsx';
import { StatusForm } from './status-form.tsx';
import type { Business } from './use-businesses.ts';

type Props = {
  /** The one to show; closed without one. */
  readonly business: Business | undefined;
  readonly onClose: () => void;
};

/** What operators know of a business, and what they let it do. */
export function BusinessDialog({ business, onClose }: Props) {
  // The window keeps its content while it closes.
  const [shown, setShown] = useState(business);
  if (business && business !== shown) setShown(business);
  return (
    <Dialog open={business !== undefined} onClose={onClose} title={shown?.name ?? ''}>
      {shown && (
        <>
          <Facts
            facts={[
              [m.console_field_status(), <StatusBadge key="status" status={shown.status} />],
              [
                m.console_field_address(),
                <a key="address" className="link" href={urls.portal(shown.slug)} target="_blank" rel="noreferrer">
                  {urls.portal(shown.slug)}
                </a>,
              ],
              [m.console_field_plan(), `${planName(shown.plan)}, ${sinceText(shown.createdAt)}`],
              [m.console_field_id(), shown.tenantId],
            ]}
          />
          <StatusForm key={`${shown.tenantId} ${shown.operatorHold}`} business={shown} onDone={onClose} />
        </>
      )}
    </Dialog>
  );
}
