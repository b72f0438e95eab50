import { useEffect, useEffectEvent, useState } from 'react';
import { syncPayments } from './sync-payments.ts';

/** How far somebody is who came back from a page where one pays. */
export type Return = 'left' | 'looking' | 'done' | 'failed';

type How = 'done' | 'left';
type Options = {
  readonly tenantId: string;
  /** Whether they may have it looked up. */
  readonly mayAsk: boolean;
  /** Takes the word from the address: a reload asks for nothing again. */
  readonly onSeen?: () => unknown;
};

/** Has the payments looked up once for somebody who comes back; answers how far that is, and how to try again. */
export function useReturn(
  how: How | undefined,
  { tenantId, mayAsk, onSeen }: Options,
): [Return | undefined, () => void] {
  const [came, setCame] = useState(how);
  if (how && how !== came) setCame(how);
  const [outcome, setOutcome] = useState<'done' | 'failed'>();

  const look = () =>
    syncPayments(tenantId).then(
      () => setOutcome('done'),
      () => setOutcome('failed'),
    );
  const arrive = useEffectEvent(() => {
    void onSeen?.();
    if (how === 'done' && mayAsk) void look();
  });
  useEffect(() => {
    if (how) arrive();
  }, [how]);

  const retry = () => {
    setOutcome(undefined);
    void look();
  };
  if (came === 'left') return ['left', retry];
  return [came && mayAsk ? (outcome ?? 'looking') : undefined, retry];
}
