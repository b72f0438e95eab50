import { lazy, Suspense } from 'react';
import { ExternalLink } from 'lucide-react';
import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { buttonClass } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { CopyButton } from '../../shared/ui/basics/copy-button.tsx';
import { absolute, urls } from '../../shared/urls.ts';

const QrCode = lazy(() => import('../../shared/ui/basics/qr-code.tsx'));

/** The shop's address, to copy, to scan and to look at as a customer does. */
export function ShareCard() {
  const { slug, profile } = useTenant();
  const address = absolute(urls.portal(slug));
  return (
    <Card id="share" className="grid content-start gap-4 self-start">
      <h2 className="text-lead font-semibold">{m.share_title()}</h2>
      {!profile.joinOpen && <p className="text-muted">{m.share_closed()}</p>}
      <p className="font-medium break-all select-all">{address}</p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={address} label={m.share_copy()} />
        <a className={buttonClass({ variant: 'outline' })} href={urls.portal(slug)} target="_blank" rel="noreferrer">
          <ExternalLink aria-hidden size={16} />
          {m.share_see()}
        </a>
      </div>
      <div className="size-44">
        <Suspense>
          <QrCode text={address} label={m.share_qr({ address })} />
        </Suspense>
      </div>
    </Card>
  );
}
