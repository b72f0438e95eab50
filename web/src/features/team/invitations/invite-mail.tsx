import type { InviteDocument } from '@tenantry/model/documents/people';
import { m } from '../../../paraglide/messages.js';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import { Badge } from '../../../shared/ui/basics/badge.tsx';

/** Longer than a sender takes: what is being sent for longer has lost its sender. */
const sendingForMilliseconds = 5 * 60_000;

function hasLostItsSender({ state, at }: NonNullable<InviteDocument['mail']>): boolean {
  return state === 'sending' && Date.now() - at.toMillis() > sendingForMilliseconds;
}

/** How the mail of an invitation fares, and what to do where nobody knows whether it arrived. */
export function InviteMail({ invite: { mail, generation } }: { readonly invite: InviteDocument }) {
  const { day } = useTenant();
  const current = mail?.generation === generation ? mail : undefined;
  if (current?.state === 'sent') {
    return <span className="text-muted">{m.invites_mail_sent({ when: day(current.at) })}</span>;
  }
  if (current?.state === 'failed')
    return <Trouble tone="danger" name={m.invites_mail_failed()} text={m.invites_mail_failed_text()} />;
  if (current && hasLostItsSender(current)) {
    return <Trouble tone="warn" name={m.invites_mail_unknown()} text={m.invites_mail_unknown_text()} />;
  }
  return <span className="text-muted">{m.invites_mail_waiting()}</span>;
}

function Trouble({
  tone,
  name,
  text,
}: {
  readonly tone: 'warn' | 'danger';
  readonly name: string;
  readonly text: string;
}) {
  return (
    <span className="grid justify-items-start gap-1 py-1">
      <Badge tone={tone}>{name}</Badge>
      <span className="max-w-56 text-small text-muted">{text}</span>
    </span>
  );
}
