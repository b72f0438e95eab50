import { useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { call } from '../../shared/api/call.ts';
import { signOut } from '../../shared/session/sign-out.ts';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Card } from '../../shared/ui/basics/card.tsx';
import { ConfirmDialog } from '../../shared/ui/overlays/confirm-dialog.tsx';

type Asking = 'sign-out' | 'delete';

/** The ways to end all of it: every sign-in on every device, and the account itself. */
export function AccountEnd() {
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  return (
    <Card className="grid gap-5">
      <Ending title={m.profile_everywhere_title()} text={m.profile_everywhere_text()}>
        <Button variant="outline" onClick={() => setAsking('sign-out')}>
          {m.profile_everywhere_action()}
        </Button>
      </Ending>
      <Ending title={m.profile_delete_title()} text={m.profile_delete_text()}>
        <Button variant="outline" className="text-danger" onClick={() => setAsking('delete')}>
          {m.profile_delete_action()}
        </Button>
      </Ending>
      <ConfirmDialog
        open={asking === 'sign-out'}
        onClose={close}
        title={m.profile_everywhere_ask()}
        lead={m.profile_everywhere_ask_text()}
        action={m.profile_everywhere_action()}
        onConfirm={async () => {
          await call('signOutEverywhere', {});
          await signOut();
        }}
      />
      <ConfirmDialog
        open={asking === 'delete'}
        onClose={close}
        title={m.profile_delete_ask()}
        lead={m.profile_delete_ask_text()}
        action={m.profile_delete_action()}
        onConfirm={async () => {
          await call('deleteAccount', {});
          await signOut();
        }}
      />
    </Card>
  );
}

type EndingProps = { readonly title: string; readonly text: string; readonly children: React.ReactNode };

function Ending({ title, text, children }: EndingProps) {
  return (
    <section className="grid justify-items-start gap-2">
      <h2 className="text-lead font-semibold">{title}</h2>
      <p className="text-muted">{text}</p>
      {children}
    </section>
  );
}
