import type { TenantStatus } from '@tenantry/model/tenant-status';
import { m } from '../../paraglide/messages.js';
import { Badge, type Tone } from '../../shared/ui/basics/badge.tsx';

const looks = {
  active: { text: m.console_status_active, tone: 'good' },
  readonly: { text: m.console_status_readonly, tone: 'warn' },
  suspended: { text: m.console_status_suspended, tone: 'danger' },
  deleting: { text: m.console_status_deleting, tone: 'plain' },
} satisfies Record<TenantStatus, { text: () => string; tone: Tone }>;

export function statusName(status: TenantStatus): string {
  return looks[status].text();
}

/** What holds a business back, or that nothing does. */
export function StatusBadge({ status }: { readonly status: TenantStatus }) {
  return <Badge tone={looks[status].tone}>{statusName(status)}</Badge>;
}
