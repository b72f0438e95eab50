import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { m } from '../../../paraglide/messages.js';
import { cn } from '../cn.ts';

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string;
};

/** A window over the page: a sheet from below on a phone. Focus goes in, stays in, and comes back. */
export function Dialog({ open, onClose, title, lead, children, className }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/40 transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Popup
          className={cn(
            'fixed z-50 grid max-h-[92dvh] gap-4 overflow-y-auto bg-raised p-5 shadow-xl transition-all',
            'inset-x-0 bottom-0 rounded-t-2xl pb-[max(1.25rem,env(safe-area-inset-bottom))]',
            'md:inset-x-auto md:bottom-auto md:top-[12dvh] md:left-1/2 md:w-[32rem] md:-translate-x-1/2 md:rounded-2xl md:p-6',
            'data-ending-style:opacity-0 data-starting-style:opacity-0 max-md:data-ending-style:translate-y-8 max-md:data-starting-style:translate-y-8',
            className,
          )}
        >
          <div className="grid gap-1 pr-8">
            <Base.Title className="text-lead font-semibold">{title}</Base.Title>
            {lead && <Base.Description className="text-muted">{lead}</Base.Description>}
          </div>
          {children}
          {/* Last, so that focus goes to what the window is about. */}
          <Base.Close
            aria-label={m.action_close()}
            className="touch absolute top-3 right-3 grid aspect-square place-items-center rounded-lg hover:bg-accent-soft"
          >
            <X aria-hidden size={18} />
          </Base.Close>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** Buttons at the end of a dialog: the main one last, and on a phone on top and as wide as the thumb's reach. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="flex flex-col-reverse gap-2 md:flex-row md:justify-end">{children}</div>;
}
