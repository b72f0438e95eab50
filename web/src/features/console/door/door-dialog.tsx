import * as formats from '@tenantry/model/formats';
import * as z from 'zod/mini';
import { m } from '../../../paraglide/messages.js';
import { callOperator } from '../../../shared/api/call.ts';
import { TextareaField } from '../../../shared/form/fields.tsx';
import { Form } from '../../../shared/form/form.tsx';
import { FormActions } from '../../../shared/form/form-actions.tsx';
import { useOperationForm } from '../../../shared/form/use-operation-form.ts';
import { navigate } from '../../../shared/navigation/address.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import { Facts } from '../../../shared/ui/data/facts.tsx';
import { Dialog, DialogActions } from '../../../shared/ui/overlays/dialog.tsx';
import { urls } from '../../../shared/urls.ts';
import { momentText, scopeText } from '../business-texts.ts';
import { type Business, refreshBusinesses } from '../use-businesses.ts';
import { useShown } from '../use-shown.ts';

type Props = {
  /** Whose door it is; closed without one. */
  readonly business: Business | undefined;
  readonly onClose: () => void;
};

/** The door of a business to support: what its owner opened it for, and the way in. */
export function DoorDialog({ business, onClose }: Props) {
  const shown = useShown(business);
  return (
    <Dialog open={business !== undefined} onClose={onClose} title={m.console_door_title({ name: shown?.name ?? '' })}>
      {shown?.supportDoor ? (
        <>
          <Facts
            facts={[
              [
                m.console_door_reason(),
                <span key="reason" className="wrap-anywhere">
                  {shown.supportDoor.reason}
                </span>,
              ],
              [m.console_door_ends(), momentText(shown.supportDoor.until)],
              [m.console_door_scope(), scopeText(shown.supportDoor.scope)],
            ]}
          />
          <EnterForm key={shown.tenantId} business={shown} onClose={onClose} />
        </>
      ) : (
        <>
          <Notice title={m.console_door_shut()}>{m.console_door_shut_text()}</Notice>
          <DialogActions>
            <Button variant="outline" onClick={onClose}>
              {m.action_close()}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

const schema = z.object({ reason: formats.reason });

type EnterProps = { readonly business: Business; readonly onClose: () => void };

/** Goes in; a reason must be given, since the business reads it. */
function EnterForm({ business: { tenantId }, onClose }: EnterProps) {
  const operation = useOperationForm({
    schema,
    defaults: { reason: '' },
    submit: async ({ reason }) => {
      await callOperator('enterTenant', { tenantId, reason });
      navigate(urls.consoleVisit(tenantId));
      await refreshBusinesses();
    },
  });
  return (
    <Form of={operation}>
      <TextareaField name="reason" label={m.console_enter_reason()} hint={m.console_enter_reason_hint()} rows={2} />
      <FormActions action={m.console_enter()} busy={operation.busy} onCancel={onClose} />
    </Form>
  );
}
