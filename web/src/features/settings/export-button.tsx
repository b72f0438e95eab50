import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { m } from '../../paraglide/messages.js';
import { errorText } from '../../shared/api/error-texts.ts';
import { keepFile } from '../../shared/page/keep-file.ts';
import { asksForFreshSignIn, SignInAgain } from '../../shared/session/sign-in-again.tsx';
import { Button } from '../../shared/ui/basics/button.tsx';
import { Dialog, DialogActions } from '../../shared/ui/overlays/dialog.tsx';
import { toastDone, toastFailed } from '../../shared/ui/overlays/toast-store.ts';

type Props = { readonly tenantId: string; readonly slug: string };

/** Takes everything of the business away as a file. Whoever signed in a while ago is asked to do so again. */
export default function ExportButton({ tenantId, slug }: Props) {
  const [lines, setLines] = useState<number>();
  const [again, setAgain] = useState(false);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function run(): Promise<void> {
    const { signal } = (running.current = new AbortController());
    setLines(0);
    try {
      const { download } = await import('../../shared/api/download.ts');
      const file = await download('exportTenant', { tenantId, onProgress: setLines, signal });
      keepFile(file, `${slug}.jsonl`);
      toastDone(m.export_done());
    } catch (error) {
      if (signal.aborted) return;
      if (asksForFreshSignIn(error)) setAgain(true);
      else toastFailed(errorText(error));
    } finally {
      setLines(undefined);
    }
  }

  const busy = lines !== undefined;
  return (
    <>
      <Button variant="outline" busy={busy} disabled={busy} onClick={run}>
        <Download aria-hidden size={18} />
        {busy ? m.export_running({ lines }) : m.export_button()}
      </Button>
      <Dialog
        open={again}
        onClose={() => setAgain(false)}
        title={m.billing_sign_in_title()}
        lead={m.export_sign_in_text()}
      >
        <DialogActions>
          <Button variant="outline" onClick={() => setAgain(false)}>
            {m.action_close()}
          </Button>
          <SignInAgain />
        </DialogActions>
      </Dialog>
    </>
  );
}
