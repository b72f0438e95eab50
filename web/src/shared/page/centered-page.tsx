import type { ReactNode } from 'react';
import { useTitle } from './title.ts';

type Props = {
  readonly title: string;
  /** What the browser's tab says; the title without it. */
  readonly tab?: string;
  /** Above the title, such as a business's mark. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
};

/** A page with one thing on it: signing in, choosing, an invitation, bad news. */
export function CenteredPage({ title, tab = title, mark, children }: Props) {
  useTitle('page', tab);
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-5 px-5 py-10">
      <div className="grid gap-4">
        {mark}
        <h1 tabIndex={-1} className="text-display font-semibold text-balance">
          {title}
        </h1>
      </div>
      {children}
    </main>
  );
}
