import { Link } from '@tanstack/react-router';
import type { TenantDocument } from '@tenantry/model/documents/tenants';
import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';

type Props = { readonly visitors: NonNullable<TenantDocument['supportVisitors']> };

const shownAtMost = 3;

/** Whoever of support came in last, and the way to all that they did. */
export function SupportVisitors({ visitors }: Props) {
  const { slug, moment } = useTenant();
  const newestFirst = Object.entries(visitors).toSorted(([, a], [, b]) => b.at.toMillis() - a.at.toMillis());
  return (
    <div className="grid gap-1">
      <h3 className="text-small text-muted">{m.support_visitors()}</h3>
      <ul>
        {newestFirst.slice(0, shownAtMost).map(([uid, { name, at }]) => (
          <li key={uid} className="wrap-anywhere">
            {m.support_visitor({ name, when: moment(at) })}
          </li>
        ))}
      </ul>
      <Link to="/t/$slug/audit" params={{ slug }} search={{ act: 'support.entered' }} className="link">
        {m.support_visits()}
      </Link>
    </div>
  );
}
