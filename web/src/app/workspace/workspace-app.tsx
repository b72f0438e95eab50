import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { queryClient } from '../../shared/api/query-client.ts';
import { reloadWhenPersonChanges } from '../../shared/session/sign-out.ts';
import { useClaimsRefresh } from '../../shared/session/use-claims-refresh.ts';
import { Toasts } from '../../shared/ui/overlays/toasts.tsx';
import { router } from './router.tsx';

/** The staff's application, for somebody who is signed in. */
export default function WorkspaceApp() {
  useClaimsRefresh();
  useEffect(reloadWhenPersonChanges, []);
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <Toasts />
    </QueryClientProvider>
  );
}
