import { m } from '../../../paraglide/messages.js';
import { Button } from '../basics/button.tsx';

type Props = { readonly onPrevious?: () => unknown; readonly onNext?: () => unknown };

/** The way to the neighbouring pages; nothing where there is one page only. */
export function Pager({ onPrevious, onNext }: Props) {
  if (!onPrevious && !onNext) return null;
  return (
    <nav aria-label={m.pager_label()} className="mt-4 flex justify-between gap-2">
      <Button variant="outline" disabled={!onPrevious} onClick={onPrevious}>
        {m.pager_previous()}
      </Button>
      <Button variant="outline" disabled={!onNext} onClick={onNext}>
        {m.pager_next()}
      </Button>
    </nav>
  );
}
