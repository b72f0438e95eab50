import { lazy, Suspense } from 'react';
import type { NoteDocument } from '@tenantry/model/documents/business';
import type { MemberDocument } from '@tenantry/model/documents/people';
import { m } from '../../../paraglide/messages.js';
import { queries } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../../shared/tenant/use-tenant-live.ts';
import { Card } from '../../../shared/ui/basics/card.tsx';
import { ListState } from '../../../shared/ui/data/list-state.tsx';
import { Note } from './note.tsx';

/** Forms come after the order itself: reading it does not wait for them. */
const NewNote = lazy(() => import('./new-note.tsx'));

/** What staff tell each other about an order; the customer never sees it. */
export function Notes({ orderId }: { readonly orderId: string }) {
  const { tenantId, may } = useTenant();
  const notes = useTenantQuery<NoteDocument>(queries.notes(tenantId, orderId));
  const nameOf = useTeamNames();
  return (
    <Card className="grid gap-4">
      <div>
        <h2 className="text-lead font-semibold">{m.notes_title()}</h2>
        <p className="text-small text-muted">{m.notes_lead()}</p>
      </div>
      <ListState live={notes} empty={null} skeleton={<p className="text-muted">{m.state_loading()}</p>}>
        {(all) => (
          <ul className="grid gap-4">
            {all.map((note) => (
              <Note key={note.id} note={note} orderId={orderId} author={nameOf(note.authorUid)} />
            ))}
          </ul>
        )}
      </ListState>
      {may('order:note') && (
        <Suspense>
          <NewNote orderId={orderId} />
        </Suspense>
      )}
    </Card>
  );
}

/** Names of the team by uid; whoever has left is «somebody who has left». */
function useTeamNames(): (uid: string) => string {
  const { tenantId, can } = useTenant();
  const team = useTenantQuery<MemberDocument>(can('member:read') ? queries.team(tenantId) : undefined);
  return (uid) => {
    const found = team.state === 'ready' ? team.data.find((member) => member.id === uid) : undefined;
    if (found) return found.displayName || found.email;
    return team.state === 'ready' ? m.note_author_gone() : '';
  };
}
