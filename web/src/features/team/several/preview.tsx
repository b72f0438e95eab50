import { useMemo, useState } from 'react';
import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import { m } from '../../../paraglide/messages.js';
import { queries } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useRoles } from '../../../shared/tenant/use-roles.ts';
import { useTenantQuery } from '../../../shared/tenant/use-tenant-live.ts';
import { Badge, type Tone } from '../../../shared/ui/basics/badge.tsx';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { RowsTable } from './rows-table.tsx';
import { type PreviewRow, previewOf, type Standing } from './rows.ts';
import { StepCard } from './step-card.tsx';
import type { TypedList } from './use-several.ts';

const standings = {
  ready: { tone: 'good', text: m.several_row_ready },
  invalid: { tone: 'danger', text: m.several_row_invalid },
  twice: { tone: 'warn', text: m.several_row_twice },
  'already-member': { tone: 'plain', text: m.several_row_member },
  'already-invited': { tone: 'plain', text: m.several_row_invited },
} as const satisfies Record<Standing, { tone: Tone; text: () => string }>;

type Props = {
  readonly list: TypedList;
  readonly onChange: () => void;
  readonly onSend: (rows: readonly PreviewRow[]) => Promise<void>;
};

/** What each row will be, before anything is sent. What the page can't know, the server judges. */
export function Preview({ list, onChange, onSend }: Props) {
  const known = useKnown();
  const { nameOf } = useRoles();
  const rows = useMemo(() => previewOf(list.list, known), [list, known]);
  const ready = rows.filter(({ standing }) => standing === 'ready').length;
  return (
    <StepCard title={m.several_preview_title()}>
      {ready === 0 ? (
        <Notice tone="warn" title={m.several_none_ready()} />
      ) : (
        <p>{m.several_preview_summary({ ready, total: rows.length, role: nameOf(list.role) })}</p>
      )}
      <div className="flex flex-wrap gap-2 max-md:flex-col">
        {ready > 0 && <Button onClick={() => onSend(rows)}>{m.several_send({ count: ready })}</Button>}
        <Button variant="outline" onClick={onChange}>
          {m.several_change()}
        </Button>
      </div>
      <RowsTable caption={m.several_preview_title()} rows={rows} about={standingOf} />
    </StepCard>
  );
}

function standingOf({ standing }: PreviewRow) {
  const { tone, text } = standings[standing];
  return <Badge tone={tone}>{text()}</Badge>;
}

/** Who is in and who is asked already, as the team's page lists them. */
function useKnown() {
  const { tenantId } = useTenant();
  const team = useTenantQuery<MemberDocument>(queries.team(tenantId));
  const open = useTenantQuery<InviteDocument>(queries.invites(tenantId, 'open'));
  const [now] = useState(Date.now);
  return useMemo(() => {
    const members = team.state === 'ready' ? team.data : [];
    const invites = open.state === 'ready' ? open.data : [];
    const standing = invites.filter(({ expiresAt }) => expiresAt.toMillis() > now);
    return {
      members: new Set(members.map(({ email }) => email)),
      invited: new Set(standing.map(({ email }) => email)),
    };
  }, [team, open, now]);
}
