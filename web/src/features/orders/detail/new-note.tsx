import * as formats from '@tenantry/model/formats';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import * as z from 'zod/mini';
import { m } from '../../../paraglide/messages.js';
import { TextareaField } from '../../../shared/form/fields.tsx';
import { Form } from '../../../shared/form/form.tsx';
import { useOperationForm } from '../../../shared/form/use-operation-form.ts';
import { createDocument, serverTime } from '../../../shared/live/writes.ts';
import { usePerson } from '../../../shared/session/use-session.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';

const schema = z.object({ text: formats.noteText });

export default function NewNote({ orderId }: { readonly orderId: string }) {
  const { tenantId, database } = useTenant();
  const { uid } = usePerson();
  const operation = useOperationForm({
    schema,
    defaults: { text: '' },
    submit: async ({ text }) => {
      const path = inTenant(tenantId, tenantPaths.notes(orderId));
      const now = serverTime();
      await createDocument({ tenantId, database, path }, { text, authorUid: uid, createdAt: now, updatedAt: now });
      operation.reset();
    },
  });
  return (
    <Form of={operation} className="gap-3">
      <TextareaField name="text" label={m.note_new()} rows={2} />
      <div>
        <Button type="submit" variant="outline" busy={operation.busy}>
          {m.note_add()}
        </Button>
      </div>
    </Form>
  );
}
