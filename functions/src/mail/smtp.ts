import type { Transporter } from 'nodemailer';
import { mailFrom, smtpUrl } from '../platform/environment.ts';
import type { RenderedMail } from './template.ts';

/** A mail on its way: to one address, under an id that stays the same however often it is tried. */
export type Outgoing = RenderedMail & { readonly mailId: string; readonly to: string };

/**
 * How a sending ended. `refused` was refused for good and `later` for now, neither was delivered; of `unknown` the
 * server said nothing after it had the mail, which may have arrived.
 */
export type Outcome =
  { readonly kind: 'sent' } | { readonly kind: 'refused' | 'later' | 'unknown'; readonly fault: unknown };

/** Whoever carries mails away. */
export type Carrier = {
  /** Throws when no mail can be sent now: no connection, no log-in. Nothing has been handed over then. */
  ready(): Promise<void>;
  send(mail: Outgoing): Promise<Outcome>;
};

const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Carries mails to the SMTP server of the settings. */
export const smtpCarrier: Carrier = {
  async ready() {
    const carrier = await transporter();
    await carrier.verify().catch((fault: unknown) => {
      throw withoutPersonalData(fault);
    });
  },
  async send(mail) {
    return sendThrough(await transporter(), mail, mailFrom.value());
  },
};

/** Hands one mail to a server and says how that ended; throws nothing. */
export async function sendThrough(
  transport: Pick<Transporter, 'sendMail'>,
  { mailId, to, subject, html, text }: Outgoing,
  from: string,
): Promise<Outcome> {
  try {
    await transport.sendMail({
      from,
      // As an object it is taken as it stands: no list of several, no name, no header of its own.
      to: { name: '', address: to },
      subject,
      html,
      text,
      messageId: messageIdOf(mailId, from),
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { kind: 'sent' };
  } catch (fault) {
    return { kind: outcomeOf(fault), fault: withoutPersonalData(fault) };
  }
}

/** Stable, so that a mail that is sent twice by hand is seen as one. */
export function messageIdOf(mailId: string, from: string): string {
  const domain = /@([^\s>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return `<${mailId}@${domain}>`;
}

/** What nodemailer's errors tell: the server's reply where there was one, the command, the system's call. */
type SmtpFault = {
  readonly responseCode?: number;
  readonly permanent?: boolean;
  readonly command?: string;
  readonly code?: string;
  readonly syscall?: string;
};

/** Codes of faults before any command about the mail. A lost or silent connection is not among them: it may come after all of it. */
const beforeTheMail: ReadonlySet<unknown> = new Set(['EDNS', 'EAUTH', 'ETLS', 'EPROXY', 'ENOAUTH', 'EOAUTH2']);

/** A reply of the server is certain, and final only where it speaks of this mail. */
function outcomeOf(fault: unknown): 'refused' | 'later' | 'unknown' {
  if (!(fault instanceof Error)) return 'unknown';
  const { responseCode = 0, permanent = false, command = '', code, syscall } = fault as Error & SmtpFault;
  const aboutThisMail = command === 'RCPT TO' || command === 'DATA';
  if (responseCode >= 400) return permanent && aboutThisMail ? 'refused' : 'later';
  return syscall === 'connect' || beforeTheMail.has(code) ? 'later' : 'unknown';
}

/** Servers repeat addresses in their replies, and what is thrown is logged: this keeps the codes and no more. */
function withoutPersonalData(fault: unknown): Error {
  const { responseCode, command, code, syscall } = fault instanceof Error ? (fault as Error & SmtpFault) : {};
  const told = [code, syscall, command, responseCode].filter((part) => part !== undefined);
  return new Error(`The mail server failed: ${told.join(' ') || 'no code'}.`);
}

let made: Promise<Transporter> | undefined;

/** Loaded by whoever sends, so that the operations start without it. */
function transporter(): Promise<Transporter> {
  made ??= import('nodemailer').then(({ createTransport }) => createTransport({ url: smtpUrl.value(), ...timeouts }));
  return made;
}
