import { CloudOff, Lock, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { TenantStatus } from '@tenantry/model/tenant-status';
import { m } from '../../../paraglide/messages.js';
import type { Live } from '../../live/listeners.ts';
import { Button } from '../basics/button.tsx';
import { SkeletonRows } from './skeleton.tsx';

type Props<T> = {
  readonly live: Live<T>;
  /** What this list is for, and the button that begins it. */
  readonly empty: ReactNode;
  /** Of the height of what will come. */
  readonly skeleton?: ReactNode;
  /** Who can help somebody who may not see it; staff's words without it. */
  readonly denied?: ReactNode;
  readonly children: (data: T) => ReactNode;
};

/** One component for the states of anything live: loading, empty, error, denied, and the data. */
export function ListState<T>({ live, empty, skeleton = <SkeletonRows />, denied, children }: Props<T>) {
  switch (live.state) {
    case 'loading':
      return skeleton;
    case 'error':
      return <ErrorState onRetry={live.retry} />;
    case 'denied':
      return denied ?? <DeniedState status={live.status} />;
    case 'empty':
      return (
        <>
          {live.stale && <StaleNote />}
          {empty}
        </>
      );
    case 'ready':
      return (
        <>
          {live.stale && <StaleNote />}
          {children(live.data)}
        </>
      );
  }
}

type StateProps = {
  readonly title: string;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** A page's or a list's place when there is nothing to list. */
export function StatePanel({ title, icon, children, action }: StateProps) {
  return (
    <div className="grid justify-items-center gap-3 px-4 py-12 text-center">
      {icon && <span className="text-muted">{icon}</span>}
      <h2 className="text-lead font-semibold">{title}</h2>
      {children && <div className="max-w-md text-muted">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

export function ErrorState({ onRetry }: { readonly onRetry: () => unknown }) {
  return (
    <div role="alert">
      <StatePanel
        icon={<TriangleAlert aria-hidden />}
        title={m.state_error_title()}
        action={
          <Button variant="outline" onClick={onRetry}>
            {m.action_retry()}
          </Button>
        }
      >
        {m.state_error_text()}
      </StatePanel>
    </div>
  );
}

const deniedTexts = {
  active: m.state_denied_text,
  readonly: m.state_denied_text,
  suspended: m.status_suspended_text,
  deleting: m.status_deleting_text,
} satisfies Record<TenantStatus, () => string>;

/** Says that one may not, and who can help. */
export function DeniedState({ status = 'active' }: { readonly status?: TenantStatus }) {
  return (
    <div role="alert">
      <StatePanel icon={<Lock aria-hidden />} title={m.state_denied_title()}>
        {deniedTexts[status]()}
      </StatePanel>
    </div>
  );
}

/** So long a silence is no pause for breath. */
const silenceMilliseconds = 3_000;

/** What is shown may be old: the line is down. */
function StaleNote() {
  const [silent, setSilent] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSilent(true), silenceMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  if (!silent) return null;
  return (
    <output className="flex items-center gap-2 px-4 py-2 text-small text-muted">
      <CloudOff aria-hidden size={16} />
      {m.state_stale()}
    </output>
  );
}
