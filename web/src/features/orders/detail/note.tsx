import { useState } from 'react';
import * as formats from '@tenantry/model/formats';
import type { NoteDocument } from '@tenantry/model/documents/business';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import * as z from 'zod/mini';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../../shared/api/error-texts.ts';
import { TextareaField } from '../../../shared/form/fields.tsx';
import { Form } from '../../../shared/form/form.tsx';
import { useOperationForm } from '../../../shared/form/use-operation-form.ts';
import type { Row } from '../../../shared/live/source.ts';
import { createDocument, deleteDocument, serverTime, updateDocument } from '../../../shared/live/writes.ts';
import { usePerson } from '../../../shared/session/use-session.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { toastDone, toastFailed } from '../../../shared/ui/overlays/toast-store.ts';

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
        <EditNote note={note} orderId={orderId} onDone={() => setEditing(false)} />
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

const schema = z.object({ text: formats.noteText });

type EditProps = Omit<Props, 'author'> & { readonly onDone: () => void };

function EditNote({ note, orderId, onDone }: EditProps) {
  const { tenantId, database } = useTenant();
  const operation = useOperationForm({
    schema,
    defaults: { text: note.text },
    submit: async ({ text }) => {
      const path = inTenant(tenantId, tenantPaths.note(orderId, note.id));
      if (text !== note.text) await updateDocument({ tenantId, database, path }, { text, updatedAt: serverTime() });
      onDone();
    },
  });
  return (
    <Form of={operation} className="gap-3">
      <TextareaField name="text" label={m.note_edit()} rows={3} />
      <div className="flex gap-2">
        <Button type="submit" busy={operation.busy}>
          {m.action_save()}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {m.action_cancel()}
        </Button>
      </div>
    </Form>
  );
}
