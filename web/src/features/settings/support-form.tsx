import * as formats from '@tenantry/model/formats';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { OperationError } from '../../shared/api/operation-error.ts';
import { SelectField, TextField } from '../../shared/form/fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { FormActions } from '../../shared/form/form-actions.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import { asksForFreshSignIn, SignInAgain } from '../../shared/session/sign-in-again.tsx';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { useState } from 'react';

const choices = ['1', '4', '8', '24'] as const;
const schema = z.object({
  hours: z.enum(choices),
  reason: formats.reason,
  scope: z.enum(['support', 'support-people']),
});

/** For how long, what for, and what they see. */
export function SupportForm({ onDone }: { readonly onDone: () => void }) {
  const { tenantId } = useTenant();
  const [refusal, setRefusal] = useState<OperationError>();
  const operation = useOperationForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaults: { hours: '4', reason: '', scope: 'support' },
    submit: async ({ hours, reason, scope }) => {
      await call('openSupport', { tenantId, hours: Number(hours), reason, scope }).catch((error: unknown) => {
        if (error instanceof OperationError) setRefusal(error);
        throw error;
      });
      onDone();
      toastDone(m.support_opened(), () => call('closeSupport', { tenantId }));
    },
  });
  return (
    <Form of={operation}>
      <TextField name="reason" label={m.support_reason()} autoComplete="off" />
      <SelectField
        name="hours"
        label={m.support_hours()}
        options={choices.map((value) => ({
          value,
          label: value === '1' ? m.support_hours_one() : m.support_hours_many({ hours: value }),
        }))}
      />
      <SelectField
        name="scope"
        label={m.support_scope()}
        options={[
          { value: 'support', label: m.support_scope_narrow() },
          { value: 'support-people', label: m.support_scope_wide() },
        ]}
      />
      <FormActions action={m.support_open()} busy={operation.busy} onCancel={onDone}>
        {asksForFreshSignIn(refusal) && <SignInAgain />}
      </FormActions>
    </Form>
  );
}
