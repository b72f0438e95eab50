import { useEffect, useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Card } from '../../shared/ui/basics/card.tsx';
import { PageHeader } from '../../shared/ui/basics/page-header.tsx';

type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string };

const everyMilliseconds = 2_000;
const address = /(https?:\/\/[^\s<>"]+)/;

/** What the application sent on this machine, newest first; nothing leaves it. Not in production bundles. */
export default function MailboxPage() {
  const mails = useMails();
  return (
    <main className="mx-auto max-w-3xl px-4 py-8">
      <PageHeader title={m.local_mailbox_title()} />
      {mails.length === 0 && <p className="text-muted">{m.local_mailbox_empty()}</p>}
      <ul className="grid gap-4">
        {mails.map((mail) => (
          <li key={mail.id}>
            <Card>
              <h2 className="font-semibold">{mail.subject}</h2>
              <p className="text-small text-muted">{m.local_mailbox_to({ address: mail.to })}</p>
              <p className="mt-3 whitespace-pre-wrap">
                {mail.text
                  .split(address)
                  .map((part, index) => (index % 2 === 1 ? <Link key={part} href={part} /> : part))}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </main>
  );
}

function Link({ href }: { readonly href: string }) {
  return (
    <a className="link break-all" href={href}>
      {href}
    </a>
  );
}

function useMails(): readonly Mail[] {
  const [mails, setMails] = useState<readonly Mail[]>([]);
  useEffect(() => {
    const fetchMails = () =>
      fetch('/mailbox/messages')
        .then(async (response) => setMails((await response.json()) as Mail[]))
        .catch(() => undefined);
    void fetchMails();
    const timer = setInterval(() => void fetchMails(), everyMilliseconds);
    return () => clearInterval(timer);
  }, []);
  return mails;
}
