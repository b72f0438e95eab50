import { useEffect, useRef, useState } from 'react';
import { call } from '../../../shared/api/call.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import type { PreviewRow } from './rows.ts';
import { type Outcome, sendList } from './send-list.ts';

/** What was typed: it stays until everything of it was sent. */
export type TypedList = { readonly list: string; readonly role: string; readonly message: string };

/** A row at the end; one that was not good enough to be sent has no outcome. */
export type ResultRow = PreviewRow & { readonly outcome: Outcome | undefined };

type Step =
  | { readonly step: 'write' | 'look' }
  | { readonly step: 'send'; readonly progress: { readonly done: number; readonly total: number } }
  | { readonly step: 'done'; readonly results: { readonly rows: readonly ResultRow[]; readonly problem: unknown } };

/** The steps of inviting a list, what was typed, and the sending, which ends with the page. */
export function useSeveral() {
  const { tenantId } = useTenant();
  const [list, setList] = useState<TypedList>({ list: '', role: '', message: '' });
  const [step, setStep] = useState<Step>({ step: 'write' });
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  async function send(rows: readonly PreviewRow[]): Promise<void> {
    const good = rows.filter(({ standing }) => standing === 'ready');
    const { role, message } = list;
    stopping.current = new AbortController();
    setStep({ step: 'send', progress: { done: 0, total: good.length } });
    const { outcomes, problem } = await sendList(good, {
      send: async (part) => {
        const invites = part.map(({ address = '' }) => ({ email: address, role, message: message || undefined }));
        return (await call('inviteMembers', { tenantId, invites })).answers;
      },
      onProgress: (done) => setStep({ step: 'send', progress: { done, total: good.length } }),
      signal: stopping.current.signal,
    });
    const came = new Map(good.map(({ id }, index) => [id, outcomes[index]]));
    setStep({ step: 'done', results: { rows: rows.map((row) => ({ ...row, outcome: came.get(row.id) })), problem } });
  }

  return {
    ...step,
    list,
    check: (typed: TypedList) => {
      setList(typed);
      setStep({ step: 'look' });
    },
    change: () => setStep({ step: 'write' }),
    send,
    stop: () => stopping.current?.abort(),
    /** Back to the form, with these rows in the list. */
    retry: (rows: readonly ResultRow[]) => {
      setList({ ...list, list: rows.map(({ written }) => written).join('\n') });
      setStep({ step: 'write' });
    },
  };
}
