import type { ReactNode } from 'react';
import { Link } from '../../../../shared/navigation/link.tsx';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { rowLinkClass } from '../../../../shared/ui/data/table.tsx';
import { urls } from '../../../../shared/urls.ts';

/** From a row of a list to its record. */
export function VisitRowLink({ page, children }: { readonly page: string; readonly children: ReactNode }) {
  const { tenantId } = useTenant();
  return (
    <Link href={urls.consoleVisit(tenantId, page)} className={rowLinkClass}>
      {children}
    </Link>
  );
}
