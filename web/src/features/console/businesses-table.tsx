import { m } from '../../paraglide/messages.js';
import { Link } from '../../shared/navigation/link.tsx';
import { withSearch } from '../../shared/navigation/address.ts';
import { useAddress } from '../../shared/navigation/use-address.ts';
import { rowLinkClass, Table } from '../../shared/ui/data/table.tsx';
import { planName, sinceText } from './business-texts.ts';
import { StatusBadge } from './status-badge.tsx';
import { SupportDoor } from './door/support-door.tsx';
import type { Business } from './use-businesses.ts';

/** One line for each business; each opens its window. */
export function BusinessesTable({ businesses }: { readonly businesses: readonly Business[] }) {
  const address = useAddress();
  return (
    <Table
      caption={m.console_businesses()}
      rows={businesses}
      rowKey={({ tenantId }) => tenantId}
      columns={[
        {
          key: 'name',
          label: m.console_field_name(),
          main: true,
          render: ({ tenantId, name }) => (
            <Link href={withSearch(address, { business: tenantId })} className={rowLinkClass}>
              {name}
            </Link>
          ),
        },
        {
          key: 'address',
          label: m.console_field_address(),
          render: ({ slug }) => <span className="text-muted">{slug}</span>,
        },
        {
          key: 'plan',
          label: m.console_field_plan(),
          wideOnly: true,
          render: ({ plan }) => <span className="whitespace-nowrap">{planName(plan)}</span>,
        },
        {
          key: 'since',
          label: m.console_field_since(),
          wideOnly: true,
          render: ({ createdAt }) => <span className="whitespace-nowrap text-muted">{sinceText(createdAt)}</span>,
        },
        {
          key: 'door',
          label: m.console_field_door(),
          render: (business) => <SupportDoor business={business} />,
        },
        {
          key: 'status',
          label: m.console_field_status(),
          align: 'end',
          render: ({ status }) => <StatusBadge status={status} />,
        },
      ]}
    />
  );
}
