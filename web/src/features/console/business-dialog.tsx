import type { ReactNode } from 'react';
import { m } from '../../paraglide/messages.js';
import { withSearch } from '../../shared/navigation/address.ts';
import { Link } from '../../shared/navigation/link.tsx';
import { useAddress } from '../../shared/navigation/use-address.ts';
import { Dialog } from '../../shared/ui/overlays/dialog.tsx';
import { urls } from '../../shared/urls.ts';
import { planName, sinceText } from './business-texts.ts';
import { StatusBadge } from './status-badge.tsx';
import { StatusForm } from './status-form.tsx';
import type { Business } from './use-businesses.ts';
import { useShown } from './use-shown.ts';

type Props = {
  /** The one to show; closed without one. */
  readonly business: Business | undefined;
  readonly onClose: () => void;
};

/** What operators know of a business, and what they let it do. */
export function BusinessDialog({ business, onClose }: Props) {
  const shown = useShown(business);
  const address = useAddress();
  return (
    <Dialog open={business !== undefined} onClose={onClose} title={shown?.name ?? ''}>
      {shown && (
        <>
          <dl className="grid grid-cols-2 gap-x-4 gap-y-3">
            <Fact name={m.console_field_address()}>
              <a className="link" href={urls.portal(shown.slug)} target="_blank" rel="noreferrer">
                {shown.slug}
              </a>
            </Fact>
            <Fact name={m.console_field_status()}>
              <StatusBadge status={shown.status} />
            </Fact>
            <Fact name={m.console_field_plan()}>
              {planName(shown.plan)} ·{' '}
              <Link href={withSearch(address, { business: undefined, given: shown.tenantId })} className="link">
                {m.console_given_open()}
              </Link>{' '}
              ·{' '}
              <Link href={withSearch(address, { business: undefined, billing: shown.tenantId })} className="link">
                {m.console_billing_open()}
              </Link>
            </Fact>
            <Fact name={m.console_field_since()}>{sinceText(shown.createdAt)}</Fact>
            <Fact name={m.console_field_id()}>{shown.tenantId}</Fact>
          </dl>
          <StatusForm key={`${shown.tenantId} ${shown.operatorHold}`} business={shown} onDone={onClose} />
        </>
      )}
    </Dialog>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
