import * as formats from '@tenantry/model/formats';
import * as z from 'zod/mini';
import type { ProfileDocument } from '@tenantry/model/documents/tenants';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { changedFields } from '../../shared/form/changed-fields.ts';
import { SelectField, SwitchField, TextareaField, TextField } from '../../shared/form/fields.tsx';
import { Form } from '../../shared/form/form.tsx';
import { useOperationForm } from '../../shared/form/use-operation-form.ts';
import { currencyOptions, localeOptions, timeZoneOptions } from '../../shared/format/choices.ts';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { toastDone } from '../../shared/ui/overlays/toast-store.ts';
import { HueField } from './hue-field.tsx';

const schema = z.object({
  name: formats.name,
  hue: formats.hue,
  currency: formats.currency,
  timeZone: formats.timeZone,
  locale: formats.locale,
  orderText: formats.orderText,
  joinOpen: z.boolean(),
});
type Settings = z.infer<typeof schema>;

function settingsOf({ branding, slug: _slug, ...rest }: ProfileDocument): Settings {
  const { name, currency, timeZone, locale, orderText, joinOpen } = rest;
  return { name, currency, timeZone, locale, orderText, joinOpen, hue: branding.hue };
}

/** Sends what changed and nothing else. */
export function SettingsForm() {
  const { tenantId, profile, may } = useTenant();
  const stored = settingsOf(profile);
  const update = ({ hue, ...rest }: Partial<Settings>) =>
    call('updateTenant', { tenantId, ...rest, ...(hue !== undefined && { branding: { hue } }) });

  const operation = useOperationForm({
    schema,
    defaults: stored,
    stored,
    fieldOf: { 'currency-fixed': 'currency' },
    submit: async (values) => {
      const changes = changedFields(values, stored);
      if (!changes) return;
      await update(changes.after);
      operation.reset(values);
      toastDone(m.settings_saved(), () => update(changes.before));
    },
  });
  return (
    <Form of={operation} disabled={!may('tenant:update')}>
      <TextField name="name" label={m.field_business_name()} />
      <HueField name="hue" label={m.settings_hue()} hint={m.settings_hue_hint()} />
      <SelectField
        name="currency"
        label={m.field_currency()}
        options={currencyOptions()}
        hint={m.settings_currency_hint()}
      />
      <SelectField name="timeZone" label={m.field_time_zone()} options={timeZoneOptions(stored.timeZone)} />
      <SelectField
        name="locale"
        label={m.settings_locale()}
        options={localeOptions(stored.locale)}
        hint={m.settings_locale_hint()}
      />
      <TextareaField name="orderText" label={m.settings_order_text()} hint={m.settings_order_text_hint()} />
      <SwitchField name="joinOpen" label={m.settings_join_open()} hint={m.settings_join_open_hint()} />
      {may('tenant:update') && (
        <div>
          <Button type="submit" busy={operation.busy}>
            {m.action_save()}
          </Button>
        </div>
      )}
    </Form>
  );
}
