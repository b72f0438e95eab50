import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { MailTrouble } from '@tenantry/model/operations/mails';
import type { OperatorOutput } from '@tenantry/model/operations/operator';
import { callOperator } from '../../../shared/api/call.ts';
import { queryClient } from '../../../shared/api/query-client.ts';
import type { Live } from '../../../shared/live/listeners.ts';
import { liveAnswer } from '../live-answer.ts';

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
  return { live: liveAnswer(query, ({ mails }) => mails.length === 0), waiting: query.isPlaceholderData };
}

/** Has a mail sent again, and asks for the lists anew. Throws `OperationError`. */
export async function resend({ mailId }: TroubledMail): Promise<void> {
  await callOperator('resendMail', { mailId });
  await queryClient.invalidateQueries({ queryKey: [key] });
}
