import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { Facts } from '../../shared/ui/data/facts.tsx';

/** The settings for those who may look and not change. */
export function SettingsFacts() {
  const { profile } = useTenant();
  return (
    <Facts
      facts={[
        [m.field_business_name(), profile.name],
        [m.field_currency(), profile.currency],
        [m.field_time_zone(), profile.timeZone],
        [m.settings_order_text(), profile.orderText || '–'],
        [m.settings_join_open(), profile.joinOpen ? m.settings_open() : m.settings_closed()],
      ]}
    />
  );
}
