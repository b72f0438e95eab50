import * as formats from '@tenantry/model/formats';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { call } from '../api/call.ts';
import { SelectField, TextField } from '../form/fields.tsx';
import { Form } from '../form/form.tsx';
import { useOperationForm } from '../form/use-operation-form.ts';
import { localeOptions } from '../format/choices.ts';
import { Button } from '../ui/basics/button.tsx';
import { toastDone } from '../ui/overlays/toast-store.ts';

const schema = z.object({ displayName: formats.name, locale: formats.locale });

type Props = { readonly displayName: string; readonly locale: string | null };

/** A person's own name and language: the same in every business and on every surface. */
export function ProfileForm({ displayName, locale }: Props) {
  const stored = { displayName, locale: locale ?? navigator.language };
  const operation = useOperationForm({
    schema,
    defaults: stored,
    stored,
    submit: async (values) => {
      await call('updateProfile', values);
      toastDone(m.profile_saved(), () => call('updateProfile', stored));
    },
  });
  return (
    <Form of={operation}>
      <TextField name="displayName" label={m.field_your_name()} hint={m.profile_name_hint()} autoComplete="name" />
      <SelectField
        name="locale"
        label={m.field_locale()}
        hint={m.profile_locale_hint()}
        options={localeOptions(stored.locale)}
      />
      <div>
        <Button type="submit" busy={operation.busy}>
          {m.action_save()}
        </Button>
      </div>
    </Form>
  );
}
