import { type ReactNode, useRef } from 'react';
import { m } from '../../paraglide/messages.js';
import { Link } from '../../shared/navigation/link.tsx';
import { useFocusOnNavigation } from '../../shared/navigation/use-focus-on-navigation.ts';
import { SkipLink } from '../../shared/page/skip-link.tsx';
import { Mark } from '../../shared/ui/basics/mark.tsx';
import { urls } from '../../shared/urls.ts';
import type { ShopHead } from './customer-gate.tsx';

type Props = {
  readonly shop: Pick<ShopHead, 'slug' | 'name'>;
  readonly navigation?: ReactNode;
  readonly children: ReactNode;
};

/** Around every page: which shop this is, always in sight, and where one can go. */
export function ShopFrame({ shop: { slug, name }, navigation, children }: Props) {
  const main = useRef<HTMLElement>(null);
  useFocusOnNavigation(main);
  return (
    <div className="min-h-dvh">
      <SkipLink>{m.portal_skip()}</SkipLink>
      <header className="sticky top-0 z-30 border-b border-line bg-surface">
        <div className="mx-auto flex max-w-5xl items-center justify-between gap-4 px-4 py-1.5 md:px-8">
          <Link href={urls.portal(slug)} className="touch flex min-w-0 items-center gap-3 font-semibold">
            <Mark name={name} />
            <span className="truncate">{name}</span>
          </Link>
          {navigation}
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className="mx-auto max-w-5xl px-4 pt-5 pb-36 md:px-8 md:pt-8 md:pb-16">
        {children}
      </main>
    </div>
  );
}
