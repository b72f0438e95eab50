import type { MailTrouble } from '@tenantry/model/operations/mails';
import type { OperatorOutput } from '@tenantry/model/operations/operator';
import { callOperator } from '../../../shared/api/call.ts';
import { queryClient } from '../../../shared/api/query-client.ts';
import { type Asked, useAsked } from '../use-asked.ts';

type Mails = OperatorOutput<'listMails'>;
export type TroubledMail = Mails['mails'][number];

const key = 'mails';

/** The mails in one kind of trouble, newest first. */
export function useMails(trouble: MailTrouble): Asked<Mails> {
  return useAsked(
    [key, trouble],
    () => callOperator('listMails', { trouble }),
    ({ mails }) => mails.length === 0,
  );
}

/** Has a mail sent again, and asks for the lists anew. Throws `OperationError`. */
export async function resend({ mailId }: TroubledMail): Promise<void> {
  await callOperator('resendMail', { mailId });
  await queryClient.invalidateQueries({ queryKey: [key] });
}
