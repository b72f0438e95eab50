import type { OrderDocument } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Table } from '../../../shared/ui/data/table.tsx';

/** What was ordered, at the prices of that moment. */
export function OrderLines({ order }: { readonly order: OrderDocument }) {
  const { money } = useTenant();
  return (
    <>
      <Table
        caption={m.order_lines()}
        rows={order.lines}
        rowKey={({ productId }) => productId}
        columns={[
          {
            key: 'name',
            label: m.field_product(),
            main: true,
            render: ({ name, sku }) => (
              <>
                {name}
                <span className="block text-small font-normal text-muted">{sku}</span>
              </>
            ),
          },
          {
            key: 'quantity',
            label: m.field_quantity(),
            align: 'end',
            render: ({ quantity, unitAmount }) => (
              <span className="text-muted">
                {quantity} × {money(unitAmount)}
              </span>
            ),
          },
          {
            key: 'amount',
            label: m.field_amount(),
            align: 'end',
            render: ({ quantity, unitAmount }) => money(quantity * unitAmount),
          },
        ]}
      />
      <p className="flex justify-between border-t border-line px-4 pt-4 text-lead font-semibold">
        <span>{m.field_total()}</span>
        <span>{money(order.total)}</span>
      </p>
    </>
  );
}
