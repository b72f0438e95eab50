import { useRouter, useRouterState } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { OrderDocument } from '@tenantry/model/documents/business';
import { m } from '../../../paraglide/messages.js';
import { SkipLink } from '../../../shared/page/skip-link.tsx';
import { useTitle } from '../../../shared/page/title.ts';
import { queries } from '../../../shared/queries.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { useTenantQuery } from '../../../shared/tenant/use-tenant-live.ts';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { AllowedPage } from './allowed-page.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { Sidebar } from './sidebar.tsx';
import { StatusBanner } from './status-banner.tsx';
import { Switcher } from './switcher.tsx';

const Palette = lazy(() => import('./palette.tsx'));

/** The frame of every page of a business: which one it is, where one can go, and the page. */
export function Shell() {
  const { profile } = useTenant();
  const waiting = useWaitingCount();
  const [palette, setPalette] = useState(false);
  const main = useRef<HTMLElement>(null);
  useTitle('business', profile.name);
  useTitle('count', waiting);
  useShortcut(() => setPalette(true));
  useFocusOnNavigation(main);

  const search = (
    <Button variant="quiet" size="icon" aria-label={m.palette_title()} onClick={() => setPalette(true)}>
      <Search aria-hidden size={18} />
    </Button>
  );
  return (
    <div data-thumb-bar className="min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink>{m.shell_skip()}</SkipLink>
      <header className="sticky top-0 z-30 flex items-center justify-between gap-2 border-b border-line bg-surface px-3 py-1.5 md:hidden">
        <Switcher />
        {search}
      </header>
      <Sidebar waiting={waiting} search={search} />
      <div className="min-w-0">
        <StatusBanner />
        <main id="main" ref={main} tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-6 pb-40 md:px-8 md:pb-12">
          <AllowedPage />
        </main>
      </div>
      <BottomBar waiting={waiting} />
      {palette && (
        <Suspense>
          <Palette onClose={() => setPalette(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** How many orders wait, `99+` for more, nothing for none. */
function useWaitingCount(): string | undefined {
  const { tenantId, can } = useTenant();
  const waiting = useTenantQuery<OrderDocument>(can('order:read') ? queries.waitingOrders(tenantId) : undefined);
  if (waiting.state !== 'ready') return undefined;
  return waiting.data.length > 99 ? '99+' : String(waiting.data.length);
}

function useShortcut(open: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      open();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [open]);
}

/**
 * A new page begins at its beginning, for the eye, the keyboard and for readers; going back is left to the browser, which
 * knows where one was. (The router's own memory of that would outlive a sign-out, in the session's storage.)
 */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>): void {
  const { history } = useRouter();
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const shown = useRef(path);
  const forward = useRef(false);
  useEffect(() => history.subscribe(({ action }) => void (forward.current = action.type === 'PUSH')), [history]);
  useEffect(() => {
    if (shown.current !== undefined && shown.current !== path) {
      main.current?.focus({ preventScroll: true });
      if (forward.current) window.scrollTo(0, 0);
    }
    shown.current = path;
  }, [path, main]);
}
