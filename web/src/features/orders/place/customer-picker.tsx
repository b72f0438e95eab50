import { useId, useState } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useCustomers } from '../../../shared/customers/use-customers.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Input } from '../../../shared/ui/basics/input.tsx';
import { FilterTabs } from '../../../shared/ui/data/filter-tabs.tsx';
import { ListState } from '../../../shared/ui/data/list-state.tsx';
import { SearchField } from '../../../shared/ui/data/search-field.tsx';

export type ChosenCustomer =
  { readonly kind: 'walk-in'; readonly name: string } | { readonly kind: 'customer'; readonly uid?: string };

type Props = { readonly value: ChosenCustomer; readonly onChange: (value: ChosenCustomer) => void };

/** Whom the order is for: somebody at the counter, with a name or without, or a customer of the shop. */
export function CustomerPicker({ value, onChange }: Props) {
  const { can } = useTenant();
  const id = useId();
  return (
    <section className="grid gap-4">
      <h2 className="text-lead font-semibold">{m.field_customer()}</h2>
      {can('member:read') && (
        <FilterTabs
          label={m.field_customer()}
          options={[
            { value: 'walk-in', label: m.order_walk_in() },
            { value: 'customer', label: m.place_known_customer() },
          ]}
          value={value.kind}
          onChange={(kind) => onChange(kind === 'walk-in' ? { kind, name: '' } : { kind })}
        />
      )}
      {value.kind === 'walk-in' ? (
        <div className="grid gap-1.5">
          <label htmlFor={id} className="font-medium">
            {m.place_name()}
          </label>
          <Input
            id={id}
            maxLength={120}
            autoComplete="off"
            value={value.name}
            onChange={(event) => onChange({ kind: 'walk-in', name: event.target.value })}
          />
        </div>
      ) : (
        <KnownCustomers chosen={value.uid} onChoose={(uid) => onChange({ kind: 'customer', uid })} />
      )}
    </section>
  );
}

type KnownProps = { readonly chosen: string | undefined; readonly onChoose: (uid: string) => void };

function KnownCustomers({ chosen, onChoose }: KnownProps) {
  const [q, setQ] = useState<string>();
  const customers = useCustomers(q);
  const group = useId();
  return (
    <div className="grid gap-3">
      <SearchField label={m.customers_search()} value={q} onSearch={setQ} />
      <ListState live={customers} empty={<p className="text-muted">{m.customers_none_found()}</p>}>
        {(all) => (
          <fieldset className="grid max-h-72 overflow-y-auto">
            <legend className="sr-only">{m.nav_customers()}</legend>
            {all.map(({ id, displayName, email }) => (
              <label
                key={id}
                className="touch flex cursor-pointer items-center gap-3 rounded-lg px-2 py-1 hover:bg-accent-soft"
              >
                <input
                  type="radio"
                  name={group}
                  className="size-4 accent-(--accent)"
                  checked={id === chosen}
                  onChange={() => onChoose(id)}
                />
                <span className="min-w-0">
                  {displayName || email}
                  {displayName && <span className="block text-small text-muted">{email}</span>}
                </span>
              </label>
            ))}
          </fieldset>
        )}
      </ListState>
    </div>
  );
}
