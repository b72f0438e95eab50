import { m } from '../../paraglide/messages.js';
import { useTenant } from '../../shared/tenant/tenant.ts';
import { buttonClass } from '../../shared/ui/basics/button.tsx';
import { Notice } from '../../shared/ui/basics/notice.tsx';
import { urls } from '../../shared/urls.ts';

/** What somebody must know on every page: that the shop takes no orders, or that they look at their own shop. */
export function ShopNotices() {
  const { status, can, slug, profile } = useTenant();
  return (
    <div className="grid gap-3 empty:hidden [&:not(:empty)]:mb-6">
      {status === 'readonly' && (
        <Notice tone="warn" title={m.portal_readonly_title({ name: profile.name })}>
          {m.portal_readonly_text()}
        </Notice>
      )}
      {can('tenant:read') && (
        <Notice
          title={m.portal_staff_title()}
          action={
            <a className={buttonClass({ variant: 'outline' })} href={urls.workspace(slug)}>
              {m.portal_staff_action()}
            </a>
          }
        >
          {can('order:place') && m.portal_staff_text()}
        </Notice>
      )}
    </div>
  );
}
