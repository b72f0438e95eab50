import type { ReactNode } from 'react';
import { useTitle } from '../../page/title.ts';

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
};

/** A page's name and its main actions. The browser's title follows. */
export function PageHeader({ title, lead, back, actions }: Props) {
  useTitle('page', title);
  return (
    <header className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        {back}
        <h1 tabIndex={-1} className="text-title font-semibold">
          {title}
        </h1>
        {lead && <div className="text-muted">{lead}</div>}
      </div>
      {actions && (
        <div className="flex flex-wrap gap-2 empty:hidden max-md:in-data-[thumb-bar]:thumb-bar">{actions}</div>
      )}
    </header>
  );
}
