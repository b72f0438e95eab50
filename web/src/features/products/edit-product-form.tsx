import type { ProductDocument } from '@tenantry/model/documents/business';
import { inTenant, tenantPaths } from '@tenantry/model/paths';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { changedFields } from '../../shared/form/changed-fields.ts';
import { Form } from '../../shared/form/form.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import type { Row } from '../../shared/live/source.ts';
import { serverTime, updateDocument } from '../../shared/live/writes.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { productFields, ProductFields } from './product-fields.tsx';

const schema = z.object(productFields);
type Editable = z.infer<typeof schema>;

/**
 * Writes the changed fields and no others, so that a form left open overwrites nobody's work; what others change
 * meanwhile moves into the fields that nobody touched here.
 */
export function EditProductForm({ product }: { readonly product: Row<ProductDocument> }) {
  const { tenantId, database, may } = useTenant();
  const { uid } = usePerson();
  const { name, description, unitAmount, status } = product;
  const stored: Editable = { name, description, unitAmount, status };
  const target = { tenantId, database, path: inTenant(tenantId, tenantPaths.product(product.id)) };
  const write = (fields: Partial<Editable>) =>
    updateDocument(target, { ...fields, updatedAt: serverTime(), updatedBy: uid });

  const operation = useOperationForm({
    schema,
    defaults: stored,
    stored,
    submit: async (values) => {
      const changes = changedFields(values, stored);
      if (!changes) return;
      await write(changes.after);
      operation.reset(values);
      toastDone(m.product_saved({ name: values.name }), () => write(changes.before));
    },
  });
  return (
    <Form of={operation} disabled={!may('product:write')}>
      <ProductFields />
      {may('product:write') && (
        <div>
          <Button type="submit" busy={operation.busy}>
            {m.action_save()}
          </Button>
        </div>
      )}
    </Form>
  );
}
