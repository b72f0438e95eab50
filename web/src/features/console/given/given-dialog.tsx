import { m } from '../../../paraglide/messages.js';
import { Dialog } from '../../../shared/ui/overlays/dialog.tsx';
import type { Business } from '../use-businesses.ts';
import { useShown } from '../use-shown.ts';
import { GiftsInForce } from './gifts-in-force.tsx';
import { GivenForm } from './given-form.tsx';

type Props = {
  /** The one to give to; closed without one. */
  readonly business: Business | undefined;
  readonly onClose: () => void;
};

/** What operators give a business, or take from it, beside what it pays for. */
export function GivenDialog({ business, onClose }: Props) {
  const shown = useShown(business);
  return (
    <Dialog
      open={business !== undefined}
      onClose={onClose}
      title={m.console_given_title({ name: shown?.name ?? '' })}
      lead={m.console_given_text()}
    >
      {shown && <GiftsInForce tenantId={shown.tenantId} />}
      {shown && <GivenForm key={shown.tenantId} business={shown} onDone={onClose} />}
    </Dialog>
  );
}
