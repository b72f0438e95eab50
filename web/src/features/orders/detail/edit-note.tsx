import * as formats from '@tenantry/model/formats';
import type { NoteDocument } from '@tenantry/model/documents/business';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import * as z from 'zod/mini';
import { m } from '../../../paraglide/messages.js';
import { TextareaField } from '../../../shared/form/fields.tsx';
import { Form } from '../../../shared/form/form.tsx';
import { useOperationForm } from '../../../shared/form/use-operation-form.ts';
import type { Row } from '../../../shared/live/source.ts';
import { serverTime, updateDocument } from '../../../shared/live/writes.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';

const schema = z.object({ text: formats.noteText });

type Props = { readonly note: Row<NoteDocument>; readonly orderId: string; readonly onDone: () => void };

/** Another text for a note, by its author. */
export default function EditNote({ note, orderId, onDone }: Props) {
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
