import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTenant } from './tenant.ts';

type Props = {
  readonly to: '/t/$slug/orders' | '/t/$slug/products' | '/t/$slug/customers' | '/t/$slug/team' | '/t/$slug/roles';
  readonly children: string;
};

/** From a record to its list. */
export function BackLink({ to, children }: Props) {
  const { slug } = useTenant();
  return (
    <Link to={to} params={{ slug }} className="link mb-1 inline-flex min-h-11 items-center gap-2 text-small md:min-h-0">
      <ArrowLeft aria-hidden size={16} />
      {children}
    </Link>
  );
}
