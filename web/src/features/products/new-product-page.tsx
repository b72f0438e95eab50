import { useNavigate } from '@tanstack/react-router';
import * as formats from '@tenantry/model/formats';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { TextField } from '../../shared/form/fields.tsx';
import { NumberField } from '../../shared/form/number-fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import { BackLink } from '../../shared/tenant/back-link.tsx';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { DeniedState } from '../../shared/ui/data/list-state.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { productFields, ProductFields } from './product-fields.tsx';

const schema = z.object({ sku: formats.sku, ...productFields, stock: formats.stock });

export default function NewProductPage() {
  const { may } = useTenant();
  return (
    <>
      <PageHeader title={m.products_new()} back={<BackLink to="/t/$slug/products">{m.nav_products()}</BackLink>} />
      {may('product:write') ? <NewProductForm /> : <DeniedState />}
    </>
  );
}

function NewProductForm() {
  const { tenantId, slug } = useTenant();
  const navigate = useNavigate();
  const operation = useOperationForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaults: { sku: '', name: '', description: '', stock: 0, status: 'published' },
    fieldOf: { 'sku-taken': 'sku' },
    submit: async (values) => {
      const { productId } = await call('createProduct', { tenantId, ...values });
      toastDone(m.product_added({ name: values.name }), async () => {
        await call('deleteProduct', { tenantId, productId });
        await navigate({ to: '/t/$slug/products', params: { slug } });
      });
      await navigate({ to: '/t/$slug/products/$productId', params: { slug, productId } });
    },
  });
  return (
    <Card className="max-w-2xl">
      <Form of={operation}>
        <ProductFields />
        <TextField name="sku" label={m.field_sku()} hint={m.product_sku_hint()} autoComplete="off" />
        <NumberField name="stock" label={m.field_stock()} hint={m.product_stock_hint()} />
        <div>
          <Button type="submit" busy={operation.busy}>
            {m.products_new()}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
