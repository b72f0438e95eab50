import * as formats from '@tenantry/model/formats';
import { useState } from 'react';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { TextField } from '../../shared/form/fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import { SignInAgain } from '../../shared/session/sign-in-again.tsx';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { askForEmail, type EmailChange } from './change-email.ts';

const schema = z.object({ email: formats.email });

/** The address that the person signs in with, and the way to another one: it has to be shown to be theirs first. */
export function EmailCard({ email }: { readonly email: string }) {
  const [outcome, setOutcome] = useState<{ readonly change: EmailChange; readonly email: string }>();
  const operation = useOperationForm({
    schema,
    defaults: { email: '' },
    submit: async (wanted) => {
      const change = await askForEmail(wanted.email);
      setOutcome({ change, email: wanted.email });
      if (change === 'sent') operation.reset();
    },
  });
  return (
    <Card className="grid gap-3">
      <h2 className="text-lead font-semibold">{m.profile_email_title()}</h2>
      <p className="text-muted">{m.profile_email_text({ email })}</p>
      {outcome && <Told {...outcome} />}
      <Form of={operation}>
        <TextField name="email" type="email" label={m.profile_email_new()} autoComplete="email" />
        <div>
          <Button type="submit" variant="outline" busy={operation.busy}>
            {m.profile_email_action()}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

const failures = {
  'recent-login': m.reason_recent_login,
  taken: m.profile_email_taken,
  'too-many': m.profile_email_too_many,
  unreachable: m.reason_unavailable,
} satisfies Record<Exclude<EmailChange, 'sent'>, () => string>;

function Told({ change, email }: { readonly change: EmailChange; readonly email: string }) {
  if (change === 'sent') {
    return (
      <Notice tone="good" title={m.profile_email_sent({ email })}>
        {m.profile_email_sent_text()}
      </Notice>
    );
  }
  return (
    <Notice tone="danger" title={m.error_title()} action={change === 'recent-login' ? <SignInAgain /> : undefined}>
      {failures[change]()}
    </Notice>
  );
}
