import { useEffect, useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { Button } from '../ui/basics/button.tsx';
import { EmailForm } from './email-form.tsx';
import { signInAsDemoPerson } from './google.ts';

type DemoPerson = { readonly email: string; readonly name: string; readonly what: string };

/** A local stack's stand-in for Google's window: the demo people, and any other address. */
export default function DemoChooser() {
  const people = useDemoPeople();
  const [open, setOpen] = useState(false);
  return (
    <section className="grid gap-3 border-t border-line pt-4" aria-label={m.local_chooser_title()}>
      <h2 className="text-small text-muted">{m.local_chooser_title()}</h2>
      {people.map(({ email, name, what }) => (
        <Button
          key={email}
          variant="outline"
          className="h-auto justify-start py-2"
          onClick={() => signInAsDemoPerson(email, name)}
        >
          <span className="grid text-left">
            <span>{name}</span>
            <span className="text-small font-normal text-muted">{what}</span>
          </span>
        </Button>
      ))}
      {open ? (
        <EmailForm action={m.local_chooser_other_action()} onEmail={(email) => signInAsDemoPerson(email)} />
      ) : (
        <Button variant="quiet" onClick={() => setOpen(true)}>
          {m.local_chooser_other()}
        </Button>
      )}
    </section>
  );
}

function useDemoPeople(): readonly DemoPerson[] {
  const [people, setPeople] = useState<readonly DemoPerson[]>([]);
  useEffect(() => {
    void fetch('/demo-people.json')
      .then(async (response) => setPeople((await response.json()) as DemoPerson[]))
      .catch(() => setPeople([]));
  }, []);
  return people;
}
