import { type ReactNode, useId } from 'react';
import { m } from '../../paraglide/messages.js';
import { Input, Select } from '../../shared/ui/basics/input.tsx';
import type { AuditSearch } from './audit-search.ts';
import type { Somebody } from './names.ts';
import { kindOptions } from './sentences.ts';

type Props = {
  readonly search: AuditSearch;
  readonly people: readonly Somebody[];
  readonly onChange: (search: AuditSearch) => unknown;
};

/** Who, what and when: each choice lands in the address, and begins with the first page. */
export function AuditFilters({ search: { by, act, from, to, q }, people, onChange }: Props) {
  const chosen = { by, act, from, to, q };
  // An address may name somebody who has left the team since.
  const unknown = by !== undefined && !people.some(({ uid }) => uid === by);
  const choice = unknown ? [...people, { uid: by, name: by }] : people;
  return (
    <div className="mb-4 grid grid-cols-2 gap-3 md:grid-cols-4">
      <Labelled label={m.audit_filter_person()} className="max-md:col-span-2">
        {(id) => (
          <Select id={id} value={by ?? ''} onChange={({ target }) => onChange({ ...chosen, by: given(target.value) })}>
            <option value="">{m.audit_filter_everybody()}</option>
            {choice.map(({ uid, name }) => (
              <option key={uid} value={uid}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Labelled label={m.audit_filter_act()} className="max-md:col-span-2">
        {(id) => (
          <Select
            id={id}
            value={act ?? ''}
            onChange={({ target }) =>
              onChange({ ...chosen, act: kindOptions.find(({ value }) => value === target.value)?.value })
            }
          >
            <option value="">{m.audit_filter_everything()}</option>
            {kindOptions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Labelled label={m.audit_filter_from()}>
        {(id) => (
          <Input
            id={id}
            type="date"
            max={to}
            value={from ?? ''}
            onChange={({ target }) => onChange({ ...chosen, from: given(target.value) })}
          />
        )}
      </Labelled>
      <Labelled label={m.audit_filter_to()}>
        {(id) => (
          <Input
            id={id}
            type="date"
            min={from}
            value={to ?? ''}
            onChange={({ target }) => onChange({ ...chosen, to: given(target.value) })}
          />
        )}
      </Labelled>
    </div>
  );
}

const given = (text: string): string | undefined => text || undefined;

type LabelledProps = {
  readonly label: string;
  readonly className?: string;
  readonly children: (id: string) => ReactNode;
};

function Labelled({ label, className, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-small text-muted">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
