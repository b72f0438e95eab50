import { setTimeout as wait } from 'node:timers/promises';
import { stack } from './stack.ts';

/** A mail as the mailbox shows it. */
export type Message = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** The mails that arrived at an address so far, newest first. */
export async function mailsTo(address: string): Promise<Message[]> {
  const response = await fetch(`${stack.mailbox}/messages?to=${encodeURIComponent(address)}`);
  if (!response.ok) throw new Error(`The mailbox answered ${response.status}.`);
  return (await response.json()) as Message[];
}

/** The newest mail to an address whose subject matches; waits for it, and throws with what came instead. */
export async function mailTo(address: string, subject: RegExp, seconds = 60): Promise<Message> {
  const until = Date.now() + seconds * 1_000;
  for (;;) {
    const mails = await mailsTo(address);
    const wanted = mails.find((mail) => subject.test(mail.subject));
    if (wanted) return wanted;
    if (Date.now() > until) {
      throw new Error(
        `No mail ${subject} came to ${address}; there are: ${mails.map((mail) => mail.subject).join(', ')}`,
      );
    }
    await wait(200);
  }
}
