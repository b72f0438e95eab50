import * as formats from '@tenantry/model/formats';
import * as z from 'zod/mini';
import { m } from '../../../paraglide/messages.js';
import { SelectField, TextareaField, TextField } from '../../../shared/form/fields.tsx';
import { Form } from '../../../shared/form/form.tsx';
import { useOperationForm } from '../../../shared/form/use-operation-form.ts';
import { isDay } from '../../../shared/format/days.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { DialogActions } from '../../../shared/ui/overlays/dialog.tsx';
import { toastDone } from '../../../shared/ui/overlays/toast-store.ts';
import { refreshDetails } from '../details/use-details.ts';
import { type Business, refreshBusinesses } from '../use-businesses.ts';
import { canEnd, choices, choicesOf, give, subjectName, subjects } from './gifts.ts';

const schema = z.object({
  subject: z.enum(subjects),
  choice: z.enum(choices),
  until: z.union([z.literal(''), z.string().check(z.refine(isDay))]),
  reason: formats.reason,
});

type Props = { readonly business: Business; readonly onDone: () => void };

/** One thing at a time, for a time or until it is taken back; a reason must be given, since the business reads it. */
export function GivenForm({ business: { tenantId, name }, onDone }: Props) {
  const operation = useOperationForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaults: { subject: 'plan', choice: 'paid', until: '', reason: '' },
    submit: async ({ subject, choice, until, reason }) => {
      const done = await give({ tenantId, subject, choice, until: endOf(until), reason }, name);
      await Promise.all([refreshBusinesses(), refreshDetails(tenantId)]);
      onDone();
      toastDone(done);
    },
  });
  const { form, busy } = operation;
  const [subject, choice] = form.watch(['subject', 'choice']);
  return (
    <Form of={operation}>
      <SelectField
        name="subject"
        label={m.console_given_subject()}
        options={subjects.map((value) => ({ value, label: subjectName(value) }))}
        onInput={({ currentTarget: { value } }) => {
          const next = subjects.find((each) => each === value) ?? 'plan';
          form.setValue('choice', choicesOf(next)[0]?.value ?? 'paid');
        }}
      />
      <SelectField key={subject} name="choice" label={m.console_given_choice()} options={choicesOf(subject)} />
      {canEnd(choice) && (
        <TextField name="until" type="date" label={m.console_given_until()} hint={m.console_given_until_hint()} />
      )}
      <TextareaField name="reason" label={m.console_reason()} hint={m.console_reason_hint()} rows={2} />
      <DialogActions>
        <Button variant="outline" onClick={onDone}>
          {m.action_cancel()}
        </Button>
        <Button type="submit" busy={busy}>
          {m.console_given_set()}
        </Button>
      </DialogActions>
    </Form>
  );
}

/** When a day ends where the operator is; nothing without a day. */
function endOf(day: string): string | undefined {
  if (day === '') return undefined;
  const end = new Date(`${day}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return end.toISOString();
}
