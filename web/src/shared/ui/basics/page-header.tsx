import { type ReactNode, useEffect } from 'react';

type Props = {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly back?: ReactNode;
  readonly actions?: ReactNode;
  /** What the browser's tab says beside the title, such as a count or the business. */
  readonly context?: string;
};

/** A page's name and its main actions. The browser's title follows. */
export function PageHeader({ title, lead, back, actions, context }: Props) {
  useEffect(() => {
    document.title = [title, context].filter(Boolean).join(' · ');
  }, [title, context]);
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0">
        {back}
        <h1 tabIndex={-1} className="text-title font-semibold">
          {title}
        </h1>
        {lead && <div className="text-muted">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}
