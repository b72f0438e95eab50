import { Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { Fragment } from 'react';
import { m } from '../../../paraglide/messages.js';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { PageHeader } from '../../../shared/ui/basics/page-header.tsx';
import { DeniedState, StatePanel } from '../../../shared/ui/data/list-state.tsx';
import { navigation, pageAt } from './navigation.ts';

/** The page at the address if the role may see it. Nothing of another one is asked for, and the page says who can help. */
export function AllowedPage() {
  const { can, slug } = useTenant();
  const path = useRouterState({ select: ({ matches }) => matches.at(-1)?.fullPath ?? '' });
  const page = pageAt(path);
  if (!page || can(page.permission)) return <Outlet />;

  // Whoever comes in by the front door, and may not see the overview, begins with the first page that they may see.
  const first = navigation.find(({ permission }) => can(permission));
  if (page === navigation[0] && first) return <Navigate to={first.to} params={{ slug }} replace />;
  return (
    <Fragment key={path}>
      <PageHeader title={page.label()} />
      {first ? (
        <DeniedState />
      ) : (
        <div role="alert">
          <StatePanel icon={<Lock aria-hidden />} title={m.roles_nothing_title()}>
            {m.gate_nothing_text()}
          </StatePanel>
        </div>
      )}
    </Fragment>
  );
}
