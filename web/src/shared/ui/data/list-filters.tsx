import { m } from '../../../paraglide/messages.js';
import { FilterTabs } from './filter-tabs.tsx';
import { SearchField } from './search-field.tsx';

type Filters<Status> = { readonly q?: string | undefined; readonly status?: Status | undefined };

type Props<Status extends string> = {
  /** What can be searched for. */
  readonly label: string;
  readonly options: readonly { readonly value: Status; readonly label: string }[];
  readonly search: Filters<Status>;
  readonly onChange: (next: Filters<Status>, replace?: boolean) => unknown;
};

/** Words and a status above a list: each choice lands in the address, and begins with the first page. */
export function ListFilters<Status extends string>({ label, options, search, onChange }: Props<Status>) {
  const { q, status } = search;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <SearchField label={label} value={q} onSearch={(words) => onChange({ status, q: words }, true)} />
      <FilterTabs
        label={m.field_status()}
        options={[{ value: 'all', label: m.filter_all() }, ...options]}
        value={status ?? 'all'}
        onChange={(chosen) => onChange({ q, status: options.find(({ value }) => value === chosen)?.value })}
      />
    </div>
  );
}
