import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import * as formats from '@tenantry/model/formats';
import * as z from 'zod/mini';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { Form } from '../../shared/form/form.tsx';
import { SelectField, TextField } from '../../shared/form/fields.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import { currencyOptions, guessedCurrency } from '../../shared/format/choices.ts';
import { CenteredPage } from '../../shared/page/centered-page.tsx';
import { refreshClaims } from '../../shared/session/session.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { absolute, urls } from '../../shared/urls.ts';
import { slugFrom } from './slug-from.ts';

/** The address follows the rules that the operation judges by, so that most mistakes are told while typing. */
const slug = z.string().check(
  z.trim(),
  z.superRefine((text, context) => {
    const problem = formats.slugProblem(text);
    if (problem) context.issues.push({ code: 'custom', message: problem, input: text });
  }),
);
const schema = z.object({ name: formats.name, slug, currency: formats.currency });

export default function OpenBusinessPage() {
  const navigate = useNavigate();
  const [currency] = useState(guessedCurrency);
  const operation = useOperationForm({
    schema,
    defaults: { name: '', slug: '', currency },
    fieldOf: { 'slug-taken': 'slug', 'slug-reserved': 'slug' },
    submit: async (values) => {
      const opened = await call('createTenant', {
        ...values,
        locale: navigator.language,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      });
      await refreshClaims();
      await navigate({ to: '/t/$slug', params: { slug: opened.slug } });
    },
  });
  const { form, busy } = operation;
  const address = form.watch('slug');

  return (
    <CenteredPage
      title={m.open_title()}
      mark={
        <Link to="/" className="link touch flex items-center gap-2 text-small">
          <ArrowLeft aria-hidden size={16} />
          {m.action_back()}
        </Link>
      }
    >
      <Form of={operation}>
        <TextField
          name="name"
          label={m.field_business_name()}
          hint={m.open_name_hint()}
          autoComplete="organization"
          onInput={(event) => {
            // Until somebody writes an address of their own, it follows the name.
            if (!form.getFieldState('slug').isDirty || address === slugFrom(form.getValues('name'))) {
              form.setValue('slug', slugFrom(event.currentTarget.value));
            }
          }}
        />
        <TextField
          name="slug"
          label={m.field_shop_address()}
          hint={m.open_slug_hint({ address: absolute(urls.portal('')) + (address || '…') })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <SelectField
          name="currency"
          label={m.field_currency()}
          options={currencyOptions()}
          hint={m.open_currency_hint()}
        />
        <Button type="submit" busy={busy}>
          {m.start_open_business()}
        </Button>
      </Form>
    </CenteredPage>
  );
}
