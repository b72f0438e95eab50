import * as formats from '@tenantry/model/formats';
import { productStatuses } from '@tenantry/model/documents/business';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { SelectField, TextareaField, TextField } from '../../shared/form/fields.tsx';
import { MoneyField } from '../../shared/form/number-fields.tsx';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { productStatusOptions } from './product-status.tsx';

/** What an editor may change of a product by itself; stock moves by counting, the SKU never. */
export const productFields = {
  name: formats.name,
  description: formats.description,
  unitAmount: formats.unitAmount,
  status: z.enum(productStatuses),
};

export function ProductFields() {
  const { profile } = useTenant();
  return (
    <>
      <TextField name="name" label={m.field_name()} />
      <TextareaField name="description" label={m.field_description()} hint={m.product_description_hint()} />
      <MoneyField name="unitAmount" label={m.field_price()} currency={profile.currency} />
      <SelectField
        name="status"
        label={m.field_status()}
        options={productStatusOptions}
        hint={m.product_status_hint()}
      />
    </>
  );
}
