import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Users } from 'lucide-react';
import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { CopyButton } from '../../shared/ui/basics/copy-button.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { StatePanel } from '../../shared/ui/data/list-state.tsx';
import { rowLinkClass } from '../../shared/ui/data/table.tsx';
import { absolute, urls } from '../../shared/urls.ts';
import { CustomersList } from './customers-list.tsx';
import type { CustomersSearch } from './customers-search.ts';

const route = getRouteApi('/t/$slug/customers');

/** Who buys here; the team has a page of its own. */
export default function CustomersPage() {
  const { slug } = useTenant();
  const search = route.useSearch();
  const navigate = useNavigate();
  const go = (to: CustomersSearch, replace = false) =>
    navigate({ to: '/t/$slug/customers', params: { slug }, search: to, replace });
  return (
    <>
      <PageHeader title={m.nav_customers()} />
      <CustomersList
        search={search}
        go={go}
        columns={[
          {
            key: 'name',
            label: m.field_name(),
            main: true,
            render: ({ id, displayName, email }) => (
              <Link to="/t/$slug/customers/$uid" params={{ slug, uid: id }} className={rowLinkClass}>
                {displayName || email}
              </Link>
            ),
          },
          { key: 'email', label: m.field_email(), render: ({ email }) => <span className="text-muted">{email}</span> },
        ]}
        empty={
          <StatePanel
            icon={<Users aria-hidden />}
            title={m.customers_empty_title()}
            action={<CopyButton text={absolute(urls.portal(slug))} label={m.share_copy()} />}
          >
            {m.customers_empty_text()}
          </StatePanel>
        }
      />
    </>
  );
}
