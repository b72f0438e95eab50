import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { m } from '../../../paraglide/messages.js';
import { errorText } from '../../api/error-texts.ts';
import { Button } from '../basics/button.tsx';
import { currentToasts, dismissToast, type Toast, toastFailed, watchToasts } from './toast-store.ts';

/** Where messages appear; once in each application. */
export function Toasts() {
  const toasts = useSyncExternalStore(watchToasts, currentToasts);
  return (
    <section
      aria-label={m.toast_region()}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-60 grid justify-items-center gap-2 p-4 pb-[calc(max(1rem,env(safe-area-inset-bottom))+var(--bottom-bar,0px))] md:justify-items-end"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast: { id, text, tone, undo } }: { readonly toast: Toast }) {
  async function takeBack(): Promise<void> {
    await undo?.().catch((error: unknown) => toastFailed(errorText(error)));
    dismissToast(id);
  }
  return (
    <div
      role={tone === 'failed' ? 'alert' : undefined}
      className="pointer-events-auto flex w-full max-w-md items-center gap-2 rounded-xl bg-ink py-1 pr-1 pl-4 text-page shadow-lg"
    >
      <p className="flex-1 py-2">{text}</p>
      {undo && (
        <Button variant="quiet" className="text-page underline underline-offset-4 hover:bg-page/15" onClick={takeBack}>
          {m.action_undo()}
        </Button>
      )}
      <Button
        variant="quiet"
        size="icon"
        className="text-page hover:bg-page/15"
        aria-label={m.action_dismiss()}
        onClick={() => dismissToast(id)}
      >
        <X aria-hidden size={16} />
      </Button>
    </div>
  );
}
