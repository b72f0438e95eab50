import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MailTrouble } from '@tenantry/model/operations/mails';
import type { OperatorOutput } from '@tenantry/model/operations/operator';
import { callOperator } from '../../../shared/api/call.ts';
import { isRefusal } from '../../../shared/api/operation-error.ts';
import { queryClient } from '../../../shared/api/query-client.ts';
import type { Live } from '../../../shared/live/listeners.ts';

type Mails = OperatorOutput<'listMails'>;
export type TroubledMail = Mails['mails'][number];

const key = 'mails';

/** The mails in one kind of trouble, newest first; asked again each minute. */
export function useMails(trouble: MailTrouble): { readonly live: Live<Mails>; readonly waiting: boolean } {
  const query = useQuery({
    queryKey: [key, trouble],
    queryFn: () => callOperator('listMails', { trouble }),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  return { live: stateOf(query), waiting: query.isPlaceholderData };
}

/** Has a mail sent again, and asks for the lists anew. Throws `OperationError`. */
export async function resend({ mailId }: TroubledMail): Promise<void> {
  await callOperator('resendMail', { mailId });
  await queryClient.invalidateQueries({ queryKey: [key] });
}

function stateOf({ data, error, isError, isRefetchError, refetch }: ReturnType<typeof useQuery<Mails>>): Live<Mails> {
  if (isRefusal(error, 'denied')) return { state: 'denied' };
  if (isError && !isRefetchError) return { state: 'error', retry: () => void refetch() };
  if (!data) return { state: 'loading' };
  return data.mails.length === 0
    ? { state: 'empty', stale: isRefetchError }
    : { state: 'ready', data, stale: isRefetchError };
}
