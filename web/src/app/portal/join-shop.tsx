import { useState } from 'react';
import type { TenantStatus } from '@tenantry/model/tenant-status';
import { m } from '../../paraglide/messages.js';
import { recoverAccess } from '../../shared/access/tenant-access.ts';
import { call } from '../../shared/api/call.ts';
import { errorText } from '../../shared/api/error-texts.ts';
import { isRefusal } from '../../shared/api/operation-error.ts';
import { reread } from '../../shared/live/listeners.ts';
import type { Source } from '../../shared/live/source.ts';
import { CenteredPage } from '../../shared/page/centered-page.tsx';
import { usePerson } from '../../shared/session/use-session.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { useAddress } from '../../shared/navigation/use-address.ts';
import type { ShopHead } from './customer-gate.tsx';
import { HeldShop, OtherAccount, ShopMark } from './gate-pages.tsx';

type Closed = TenantStatus | 'closed';

/** The one button that makes a customer, or why the door is shut. The page that was asked for opens behind it. */
export function JoinShop({ shop, membership }: { readonly shop: ShopHead; readonly membership: Source<unknown> }) {
  const { slug, tenantId, name } = shop;
  const { email } = usePerson();
  const left = useAddress().search.has('left');
  const [closed, setClosed] = useState<Closed>();
  const [problem, setProblem] = useState<string>();

  async function join(): Promise<void> {
    setProblem(undefined);
    try {
      await call('joinAsCustomer', { slug });
      await recoverAccess(tenantId);
      reread(membership);
    } catch (error) {
      if (isRefusal(error, 'state')) setClosed((error.details.status ?? 'closed') as Closed);
      else setProblem(errorText(error));
    }
  }

  if (closed === 'suspended' || closed === 'deleting') {
    return <HeldShop shop={shop} status={closed} joined={false} onRetry={async () => setClosed(undefined)} />;
  }
  if (closed) return <ClosedShop shop={shop} onBack={() => setClosed(undefined)} />;
  return (
    <CenteredPage
      title={left ? m.portal_left_title({ name }) : m.portal_join_title({ name })}
      mark={<ShopMark shop={shop} />}
    >
      <p className="text-muted">{left ? m.portal_left_text() : m.portal_join_text({ email })}</p>
      {problem && (
        <Notice tone="danger" title={m.error_title()}>
          {problem}
        </Notice>
      )}
      <Button onClick={join}>{left ? m.portal_join_again() : m.portal_join_action({ name })}</Button>
      <OtherAccount slug={slug} />
    </CenteredPage>
  );
}

function ClosedShop({ shop, onBack }: { readonly shop: ShopHead; readonly onBack: () => void }) {
  return (
    <CenteredPage title={m.portal_closed_title({ name: shop.name })} mark={<ShopMark shop={shop} />}>
      <p role="alert" className="text-muted">
        {m.portal_closed_text()}
      </p>
      <Button variant="outline" onClick={onBack}>
        {m.portal_closed_back()}
      </Button>
      <OtherAccount slug={shop.slug} />
    </CenteredPage>
  );
}
