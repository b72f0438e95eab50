import { useEffect, useRef } from 'react';
import { useAddress } from '../../../shared/navigation/use-address.ts';
import { m } from '../../../paraglide/messages.js';
import type { Door } from './use-visit.ts';
import { usePageReport } from './use-page-report.ts';
import { VisitBanner } from './visit-banner.tsx';
import { VisitNavigation } from './visit-navigation.tsx';
import { VisitPage } from './visit-page.tsx';

/** Around every page of a visit: where one is, as whom, for how long, and the way out. */
export function VisitFrame({ door }: { readonly door: Door }) {
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  usePageReport();
  return (
    <>
      <a
        href="#main"
        className="sr-only z-50 rounded-lg bg-raised px-4 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {m.visit_skip()}
      </a>
      <div className="sticky top-0 z-30 border-b border-line bg-surface">
        <VisitBanner door={door} />
        <VisitNavigation />
      </div>
      <main id="main" ref={main} tabIndex={-1} className="mx-auto max-w-6xl px-4 pt-6 pb-28 md:px-8 md:pb-16">
        <VisitPage />
      </main>
    </>
  );
}

/** A new page begins at its beginning, for the keyboard and for readers too. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>): void {
  const { path } = useAddress();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== path) main.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path, main]);
}
