import { useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../../../shared/api/call.ts';
import { errorText } from '../../../shared/api/error-texts.ts';
import { isRefusal } from '../../../shared/api/operation-error.ts';
import { queryClient } from '../../../shared/api/query-client.ts';
import type { Live } from '../../../shared/live/listeners.ts';
import { toastFailed } from '../../../shared/ui/overlays/toast-store.ts';

type Choice = { readonly newOrders: boolean };

/** Whether this person is mailed new orders of a business. A new choice shows at once, and goes back when it is refused. */
export function useOrderMails(tenantId: string): { live: Live<Choice>; choose: (newOrders: boolean) => void } {
  const queryKey = ['notifications', tenantId];
  const query = useQuery({ queryKey, queryFn: () => call('setNotifications', { tenantId }) });
  const { mutate } = useMutation({
    mutationFn: (newOrders: boolean) => call('setNotifications', { tenantId, newOrders }),
    onMutate: async (newOrders) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData<Choice>(queryKey, { newOrders });
    },
    onError: (error, newOrders) => {
      queryClient.setQueryData<Choice>(queryKey, { newOrders: !newOrders });
      toastFailed(errorText(error));
    },
  });
  return { live: stateOf(query), choose: mutate };
}

function stateOf({ data, error, isError, refetch }: ReturnType<typeof useQuery<Choice>>): Live<Choice> {
  if (data) return { state: 'ready', data, stale: false };
  if (isRefusal(error, 'denied')) return { state: 'denied' };
  return isError ? { state: 'error', retry: () => void refetch() } : { state: 'loading' };
}
