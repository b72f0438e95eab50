import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import * as formats from '@tenantry/model/formats';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { SelectField, TextField } from '../../shared/form/fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import { localeOptions } from '../../shared/format/choices.ts';
import { signOut } from '../../shared/session/sign-out.ts';
import { usePerson } from '../../shared/session/use-session.ts';
import { useUser } from '../../shared/tenant/use-user.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';
import { ListState } from '../../shared/ui/data/list-state.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';

/** What is the person's own, whatever business they are in. */
export default function ProfilePage() {
  const { email, displayName } = usePerson();
  const user = useUser();
  return (
    <main className="mx-auto max-w-xl px-4 py-8">
      <PageHeader
        title={m.account_profile()}
        lead={email}
        back={
          <Link to="/" className="link mb-2 inline-flex items-center gap-2 text-small">
            <ArrowLeft aria-hidden size={16} />
            {m.profile_back()}
          </Link>
        }
        actions={
          <Button variant="outline" onClick={() => signOut()}>
            {m.account_sign_out()}
          </Button>
        }
      />
      <Card>
        <ListState live={user} empty={<ProfileForm displayName={displayName} locale={null} />}>
          {(found) => <ProfileForm displayName={found.displayName} locale={found.locale} />}
        </ListState>
      </Card>
    </main>
  );
}

const schema = z.object({ displayName: formats.name, locale: formats.locale });

type Props = { readonly displayName: string; readonly locale: string | null };

function ProfileForm({ displayName, locale }: Props) {
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
