import { Link } from '@tanstack/react-router';
import { m } from '../../paraglide/messages.js';
import { useTenant } from '../tenant/tenant.ts';

/** The way to plans and payments, for whoever may see them. */
export function PlansLink() {
  const { can, slug } = useTenant();
  if (!can('billing:read')) return null;
  return (
    <Link to="/t/$slug/billing" params={{ slug }} className="link">
      {m.plans_link()}
    </Link>
  );
}
