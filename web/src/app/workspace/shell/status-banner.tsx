import { lazy, Suspense } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useOnline } from '../../../shared/page/use-online.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Notice } from '../../../shared/ui/basics/notice.tsx';

const PaymentNotice = lazy(() => import('../../../features/billing/payments/payment-notice.tsx'));

/** What holds the whole business back, in plain words, with who can help. */
export function StatusBanner() {
  const { status, can } = useTenant();
  const online = useOnline();
  const readonly = status === 'readonly' && (
    <Notice tone="warn" title={m.readonly_title()}>
      {can('owner:manage') ? m.readonly_owner() : m.readonly_text()}
    </Notice>
  );
  return (
    <div className="mx-auto grid max-w-6xl gap-2 px-4 empty:hidden md:px-8 [&>*]:mt-4">
      {!online && (
        <Notice tone="warn" title={m.offline_title()}>
          {m.offline_text()}
        </Notice>
      )}
      {can('billing:read') ? (
        <Suspense fallback={readonly}>
          <PaymentNotice otherwise={readonly} />
        </Suspense>
      ) : (
        readonly
      )}
    </div>
  );
}
