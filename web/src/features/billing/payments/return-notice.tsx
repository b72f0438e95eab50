import { m } from '../../../paraglide/messages.js';
import { Button } from '../../../shared/ui/basics/button.tsx';
import { Notice } from '../../../shared/ui/basics/notice.tsx';
import type { Return } from './use-return.ts';

type Props = {
  readonly stage: Return | undefined;
  readonly onRetry: () => void;
  /** Whether something is paid for, as far as is known by now. */
  readonly running: boolean;
};

/** Says to somebody who came back what became of it. */
export function ReturnNotice({ stage, onRetry, running }: Props) {
  switch (stage) {
    case undefined:
      return null;
    case 'left':
      return <Notice title={m.billing_left_title()}>{m.billing_left_text()}</Notice>;
    case 'looking':
      return <Notice title={m.billing_looking_title()}>{m.billing_looking_text()}</Notice>;
    case 'done':
      return (
        <Notice tone="good" title={m.billing_done_title()}>
          {!running && m.billing_done_none()}
        </Notice>
      );
    case 'failed':
      return (
        <Notice
          tone="warn"
          title={m.billing_failed_title()}
          action={
            <Button variant="outline" onClick={onRetry}>
              {m.action_retry()}
            </Button>
          }
        >
          {m.billing_failed_text()}
        </Notice>
      );
  }
}
