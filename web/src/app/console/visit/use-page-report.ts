import { useEffect } from 'react';
import { callOperator } from '../../../shared/api/call.ts';
import { errorText } from '../../../shared/api/error-texts.ts';
import { isRefusal } from '../../../shared/api/operation-error.ts';
import { useAddress } from '../../../shared/navigation/use-address.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { toastFailed } from '../../../shared/ui/overlays/toast-store.ts';
import { askVisit } from './use-visit.ts';
import { reportedPage, visitAddress } from './visit-address.ts';

/** Tells the business's log of each page that is turned to, once; filters and places in a list are the same page. */
export function usePageReport(): void {
  const { tenantId } = useTenant();
  const { path } = useAddress();
  const address = visitAddress(path);
  const page = address?.tenantId === tenantId ? reportedPage(address) : undefined;
  useEffect(() => {
    if (page !== undefined) void report(tenantId, page);
  }, [tenantId, page]);
}

async function report(tenantId: string, page: string): Promise<void> {
  try {
    await callOperator('reportPageView', { tenantId, page });
  } catch (error) {
    // The visit is over, or the operator none any more: the gate learns it, and says so.
    if (isRefusal(error, 'state') || isRefusal(error, 'denied')) await askVisit(tenantId).catch(() => undefined);
    else toastFailed(errorText(error));
  }
}
