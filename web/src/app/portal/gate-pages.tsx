import { m } from '../../paraglide/messages.js';
import { LeaveShop } from '../../features/portal/account/leave-shop.tsx';
import { CenteredPage } from '../../shared/page/centered-page.tsx';
import { refreshClaims } from '../../shared/session/session.ts';
import { signOut } from '../../shared/session/sign-out.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Mark } from '../../shared/ui/basics/mark.tsx';
import { urls } from '../../shared/urls.ts';
import type { ShopHead } from './customer-gate.tsx';

/** No shop is at the address, or none that anybody may know of. */
export function UnknownShop() {
  return (
    <CenteredPage title={m.portal_unknown_title()}>
      <p className="text-muted">{m.portal_unknown_text()}</p>
    </CenteredPage>
  );
}

export function ShopMark({ shop: { name } }: { readonly shop: Pick<ShopHead, 'name'> }) {
  return <Mark name={name} className="size-14 text-title" />;
}

/** The place in the shop ended while the page was open. What it showed is gone by now. */
export function RevokedShop({ shop }: { readonly shop: ShopHead }) {
  const { name, slug } = shop;

  async function joinAgain(): Promise<void> {
    // The token outlives the page, and would say that the person still belongs here.
    await refreshClaims();
    location.assign(urls.portal(slug));
  }

  return (
    <CenteredPage title={m.portal_revoked_title({ name })} mark={<ShopMark shop={shop} />}>
      <p role="alert" className="text-muted">
        {m.portal_revoked_text()}
      </p>
      <Button variant="outline" onClick={joinAgain}>
        {m.portal_join_again()}
      </Button>
      <OtherAccount slug={slug} />
    </CenteredPage>
  );
}

const held = {
  suspended: { title: m.portal_suspended_title, text: m.portal_suspended_text },
  deleting: { title: m.portal_deleting_title, text: m.portal_deleting_text },
} as const;

type HeldProps = {
  readonly shop: ShopHead;
  readonly status: keyof typeof held;
  readonly onRetry: () => Promise<unknown>;
  /** Who has not joined has nothing to leave. */
  readonly joined?: boolean;
};

/** Nothing of the shop can be opened: says so, with who can help. */
export function HeldShop({ shop, status, onRetry, joined = true }: HeldProps) {
  const { name, slug } = shop;
  return (
    <CenteredPage title={held[status].title({ name })} mark={<ShopMark shop={shop} />}>
      <p role="alert" className="text-muted">
        {held[status].text()}
      </p>
      <Button variant="outline" onClick={onRetry}>
        {m.portal_look_again()}
      </Button>
      {joined && <LeaveShop shop={shop} variant="quiet" />}
      <OtherAccount slug={slug} />
    </CenteredPage>
  );
}

export function OtherAccount({ slug }: { readonly slug: string }) {
  return (
    <Button variant="quiet" onClick={() => signOut(urls.portal(slug))}>
      {m.portal_other_account()}
    </Button>
  );
}
