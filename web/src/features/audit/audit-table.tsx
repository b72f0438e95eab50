import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { ArrowRight } from 'lucide-react';
import { m } from '../../paraglide/messages.js';
import type { Row } from '../../shared/live/source.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Table } from '../../shared/ui/data/table.tsx';
import { type Change, changesOf } from './changes.ts';
import type { Names } from './names.ts';
import { sentenceOf } from './sentences.ts';

type Props = { readonly entries: readonly Row<AuditDocument>[]; readonly names: Names };

/** Acts, each as a sentence with what it changed; the number is the one that a check names. */
export function AuditTable({ entries, names }: Props) {
  const { moment } = useTenant();
  return (
    <Table
      caption={m.nav_audit()}
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'act',
          label: m.audit_what(),
          main: true,
          render: (entry) => (
            <div className="py-1">
              <p className="wrap-anywhere">{sentenceOf(entry, names)}</p>
              {changesOf(entry, moment).map((change) => (
                <ChangeLine key={change.label} change={change} />
              ))}
            </div>
          ),
        },
        {
          key: 'when',
          label: m.audit_when(),
          render: ({ at }) => <span className="text-muted md:whitespace-nowrap">{moment(at)}</span>,
        },
        {
          key: 'number',
          label: m.audit_number(),
          align: 'end',
          render: ({ seq }) => <span className="text-muted tabular-nums">{m.audit_entry_number({ seq })}</span>,
        },
      ]}
    />
  );
}

/** A value before and after: the arrow is read aloud as words. */
function ChangeLine({ change: { label, before, after } }: { readonly change: Change }) {
  return (
    <p className="text-small font-normal text-muted wrap-anywhere">
      {label}
      {': '}
      {before && <del className={after ? '' : 'no-underline'}>{before}</del>}
      {before && after && (
        <>
          <ArrowRight aria-hidden size={14} className="mx-1 inline" />
          <span className="sr-only"> {m.audit_became()} </span>
        </>
      )}
      {after && <ins className="text-ink no-underline">{after}</ins>}
      {!before && !after && m.audit_nothing()}
    </p>
  );
}
