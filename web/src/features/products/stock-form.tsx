import type { ProductDocument } from '@tenantry/model/documents/business';
import { catalogueOperations } from '@tenantry/model/operations/catalogue';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { NumberField } from '../../shared/form/number-fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import type { Row } from '../../shared/live/source.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';

const schema = z.object({ delta: catalogueOperations.adjustStock.input.shape.delta });

/** Adds or takes pieces: never sets a number, since orders move it meanwhile. */
export function StockForm({ product: { id, name } }: { readonly product: Row<ProductDocument> }) {
  const { tenantId } = useTenant();
  const adjust = (delta: number) => call('adjustStock', { tenantId, productId: id, delta });
  const operation = useOperationForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaults: {},
    submit: async ({ delta }) => {
      const { stock } = await adjust(delta);
      operation.reset();
      toastDone(m.stock_adjusted({ name, pieces: stock }), () => adjust(-delta));
    },
  });
  return (
    <Form of={operation}>
      <NumberField signed name="delta" label={m.stock_delta()} hint={m.stock_delta_hint()} />
      <div>
        <Button type="submit" variant="outline" busy={operation.busy}>
          {m.stock_adjust()}
        </Button>
      </div>
    </Form>
  );
}
