import { useRef } from 'react';
import { useFocusOnNavigation } from '../../../shared/navigation/use-focus-on-navigation.ts';
import { SkipLink } from '../../../shared/page/skip-link.tsx';
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
      <SkipLink>{m.visit_skip()}</SkipLink>
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
