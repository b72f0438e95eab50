import { ArrowLeft } from 'lucide-react';
import { Link } from '../../../../shared/navigation/link.tsx';
import { useTenant } from '../../../../shared/tenant/tenant.ts';
import { urls } from '../../../../shared/urls.ts';

/** From a record to its list. */
export function VisitBackLink({ page, children }: { readonly page: string; readonly children: string }) {
  const { tenantId } = useTenant();
  return (
    <Link
      href={urls.consoleVisit(tenantId, page)}
      className="link mb-1 inline-flex min-h-11 items-center gap-2 text-small md:min-h-0"
    >
      <ArrowLeft aria-hidden size={16} />
      {children}
    </Link>
  );
}
