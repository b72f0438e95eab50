import { lazy, Suspense, useState } from 'react';
import type { NoteDocument } from '@tenantry/model/documents/business';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import type { Row } from '../../../shared/live/source.ts';
import { createDocument, deleteDocument, serverTime } from '../../../shared/live/writes.ts';
import { usePerson } from '../../../shared/session/use-session.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { toastDone, toastFailed } from '../../../shared/ui/overlays/toast-store.ts';

const EditNote = lazy(() => import('./edit-note.tsx'));

type Props = { readonly note: Row<NoteDocument>; readonly orderId: string; readonly author: string };

/** One note; its author may change it and take it away. */
export function Note({ note, orderId, author }: Props) {
  const { tenantId, database, may, moment } = useTenant();
  const { uid } = usePerson();
  const [editing, setEditing] = useState(false);
  const own = note.authorUid === uid && may('order:note');
  const edited = note.updatedAt.toMillis() > note.createdAt.toMillis();

  async function remove(): Promise<void> {
    const here = { tenantId, database };
    await deleteDocument({ ...here, path: inTenant(tenantId, tenantPaths.note(orderId, note.id)) });
    toastDone(m.note_deleted(), () => {
      const now = serverTime();
      const path = inTenant(tenantId, tenantPaths.notes(orderId));
      return createDocument({ ...here, path }, { text: note.text, authorUid: uid, createdAt: now, updatedAt: now });
    });
  }

  return (
    <li className="grid gap-1">
      <p className="text-small text-muted">
        {[author, moment(note.createdAt), edited && m.note_edited()].filter(Boolean).join(' · ')}
      </p>
      {editing ? (
        <Suspense fallback={<p className="whitespace-pre-wrap">{note.text}</p>}>
          <EditNote note={note} orderId={orderId} onDone={() => setEditing(false)} />
        </Suspense>
      ) : (
        <p className="whitespace-pre-wrap">{note.text}</p>
      )}
      {own && !editing && (
        <div className="-ml-4 flex">
          <Button variant="quiet" onClick={() => setEditing(true)}>
            {m.action_edit()}
          </Button>
          <Button variant="quiet" onClick={() => remove().catch((error: unknown) => toastFailed(errorText(error)))}>
            {m.action_delete()}
          </Button>
        </div>
      )}
    </li>
  );
}
