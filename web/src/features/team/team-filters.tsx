import type { MemberDocument } from '@tenantry/model/documents/people';
import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { useRoles } from '../../shared/tenant/use-roles.ts';
import { Select } from '../../shared/ui/basics/input.tsx';
import { SearchField } from '../../shared/ui/data/search-field.tsx';
import { memberStates } from './member-state.ts';
import { stateName } from './state-badge.tsx';
import type { TeamSearch } from './team-search.ts';

type Props = {
  readonly members: readonly Pick<MemberDocument, 'role'>[];
  readonly search: TeamSearch;
  readonly onChange: (changes: TeamSearch) => unknown;
};

/** Words, a role and a state: each choice lands in the address. */
export function TeamFilters({ members, search, onChange }: Props) {
  const { can } = useTenant();
  const { nameOf } = useRoles();
  const held = [...new Set([...members.map(({ role }) => role), ...(search.role ? [search.role] : [])])];
  const states = memberStates.map((state) => ({ value: state as string, label: stateName(state) }));
  const invited = can('member:manage') ? [{ value: 'invited', label: m.team_state_invited() }] : [];
  return (
    <div className="flex flex-wrap gap-3">
      <SearchField label={m.team_search()} value={search.q} onSearch={(q) => onChange({ q })} />
      <Filter
        label={m.team_role_filter()}
        all={m.team_every_role()}
        options={held.map((role) => ({ value: role, label: nameOf(role) }))}
        value={search.role}
        onChoose={(role) => onChange({ role })}
      />
      <Filter
        label={m.team_state_filter()}
        all={m.team_every_state()}
        options={[...states, ...invited]}
        value={search.state}
        onChoose={(state) => onChange({ state: state as TeamSearch['state'] })}
      />
    </div>
  );
}

type FilterProps = {
  readonly label: string;
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => unknown;
};

function Filter({ label, all, options, value = '', onChoose }: FilterProps) {
  return (
    <Select
      aria-label={label}
      className="w-auto min-w-0 max-md:flex-1"
      value={value}
      onChange={(event) => onChoose(event.target.value || undefined)}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
