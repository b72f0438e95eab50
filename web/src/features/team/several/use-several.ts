import { useEffect, useRef, useState } from 'react';
import { call } from '../../../shared/api/call.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import type { ListFile } from './file/read-list-file.ts';
import { type ForAll, isReady, type PreviewRow, type WrittenRow, writtenRows } from './list/rows.ts';
import { isLeft, type ResultRow } from './outcomes.ts';
import { sendList } from './send-list.ts';

/** What was typed: it stays until everything of it was sent. */
export type TypedList = ForAll & { readonly list: string };

/** The file that takes the place of a typed list. */
export type ChosenFile = Pick<ListFile, 'name' | 'unused' | 'guessed'>;

type Step =
  | { readonly step: 'write' | 'look' }
  | { readonly step: 'send'; readonly progress: { readonly done: number; readonly total: number } }
  | { readonly step: 'done'; readonly results: { readonly rows: readonly ResultRow[]; readonly problem: unknown } };

/** The steps of inviting a list, what was typed or chosen, and the sending, which ends with the page. */
export function useSeveral() {
  const { tenantId } = useTenant();
  const [typed, setTyped] = useState<TypedList>({ list: '', role: '', message: '' });
  const [file, setFile] = useState<ChosenFile>();
  /** The rows of the file or of the typed list, with what was corrected in the page. */
  const [rows, setRows] = useState<readonly WrittenRow[]>([]);
  const [step, setStep] = useState<Step>({ step: 'write' });
  const stopping = useRef<AbortController>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);

  async function send(preview: readonly PreviewRow[]): Promise<void> {
    const good = preview.filter(isReady);
    stopping.current = new AbortController();
    setStep({ step: 'send', progress: { done: 0, total: good.length } });
    const { outcomes, problem } = await sendList(good, {
      send: async (part) => {
        const invites = part.map(({ address = '', role, message }) => {
          return { email: address, role, message: message || undefined };
        });
        return (await call('inviteMembers', { tenantId, invites })).answers;
      },
      onProgress: (done) => setStep({ step: 'send', progress: { done, total: good.length } }),
      signal: stopping.current.signal,
    });
    const came = new Map(good.map(({ id }, index) => [id, outcomes[index]]));
    const results = preview.map((row) => ({ ...row, outcome: came.get(row.id) }));
    setStep({ step: 'done', results: { rows: results, problem } });
  }

  return {
    ...step,
    typed,
    file,
    rows,
    choose: ({ rows: read, ...chosen }: ListFile) => {
      setFile(chosen);
      setRows(read);
    },
    unchoose: () => {
      setFile(undefined);
      setRows(writtenRows(typed.list));
    },
    check: (next: TypedList) => {
      // A list that was not changed keeps what was corrected in it.
      if (!file && next.list !== typed.list) setRows(writtenRows(next.list));
      setTyped(next);
      setStep({ step: 'look' });
    },
    change: () => setStep({ step: 'write' }),
    correct: (id: string, row: WrittenRow) => setRows(rows.map((each, index) => (String(index) === id ? row : each))),
    send,
    stop: () => stopping.current?.abort(),
    /** Back to the form, with the rows that are left in the list. */
    retry: (results: readonly ResultRow[]) => {
      const left = results.filter(isLeft).map(({ from }) => from);
      setRows(left);
      if (!file) setTyped({ ...typed, list: left.map(({ email }) => email).join('\n') });
      setStep({ step: 'write' });
    },
  };
}
