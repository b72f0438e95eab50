import * as formats from '@tenantry/model/formats';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { TextareaField } from '../../shared/form/fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { DialogActions } from '../../shared/ui/overlays/dialog.tsx';
import { type Hold, holds, setHold } from './set-hold.ts';
import { HoldChoice } from './hold-choice.tsx';
import type { Business } from './use-businesses.ts';

const schema = z.object({ status: z.enum(holds), reason: formats.reason });

const actions = {
  active: m.console_apply_active,
  readonly: m.console_apply_readonly,
  suspended: m.console_apply_suspended,
} satisfies Record<Hold, () => string>;

type Props = { readonly business: Business; readonly onDone: () => void };

/** Moves the operators' hold; a reason must be given, since the business reads it. */
export function StatusForm({ business, onDone }: Props) {
  const { status, operatorHold } = business;
  const operation = useOperationForm({
    schema,
    defaults: { status: operatorHold as Hold, reason: '' },
    submit: async (values) => {
      await setHold(business, values);
      onDone();
    },
  });
  const chosen = operation.form.watch('status');
  const changed = chosen !== operatorHold;
  return (
    <Form of={operation}>
      {status !== operatorHold && <Notice title={m.console_held_otherwise()} />}
      <HoldChoice />
      {changed && <TextareaField name="reason" label={m.console_reason()} hint={m.console_reason_hint()} rows={3} />}
      <DialogActions>
        <Button variant="outline" onClick={onDone}>
          {m.action_keep()}
        </Button>
        <Button
          type="submit"
          variant={chosen === 'active' ? 'primary' : 'danger'}
          disabled={!changed}
          busy={operation.busy}
        >
          {changed ? actions[chosen]() : m.console_apply_none()}
        </Button>
      </DialogActions>
    </Form>
  );
}
