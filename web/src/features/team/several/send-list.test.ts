import type { Invited } from '@tenantry/model/operations/members';
import { describe, expect, test, vi } from 'vitest';
import { OperationError } from '../../../shared/api/operation-error.ts';
import { rowsAtOnce, sendList } from './send-list.ts';

const lost = () => new OperationError('unavailable');
const count = rowsAtOnce * 2 + 5;
const rows = Array.from({ length: count }, (_, index) => index);
const done = (part: readonly number[]) => Promise.resolve(part.map((row): Invited => ({ inviteId: String(row) })));

function sending(send: (part: readonly number[]) => Promise<readonly Invited[]>, stop = new AbortController()) {
  const wait = vi.fn((_milliseconds: number) => Promise.resolve());
  const onProgress = vi.fn((_done: number) => undefined);
  const spy = vi.fn(send);
  return { wait, onProgress, send: spy, answer: sendList(rows, { send: spy, wait, onProgress, signal: stop.signal }) };
}

describe('a list that is sent in parts', () => {
  test('is answered row by row, and tells how far it is', async () => {
    const refused: Invited = { reason: 'already-member' };
    const { answer, onProgress, send } = sending(async (part) =>
      (await done(part)).map((each, index) => (part[index] === 60 ? refused : each)),
    );
    const { outcomes, problem } = await answer;
    expect(problem).toBeUndefined();
    expect(outcomes).toEqual(rows.map((row) => (row === 60 ? refused : 'sent')));
    expect(onProgress.mock.calls).toEqual([[100], [200], [205]]);
    expect(send.mock.calls.map(([part]) => part.length)).toEqual([100, 100, 5]);
  });

  test('asks about a part again whose answer was lost', async () => {
    let calls = 0;
    const { answer, wait } = sending((part) => ((calls += 1) === 2 ? Promise.reject(lost()) : done(part)));
    expect((await answer).outcomes).toEqual(rows.map(() => 'sent'));
    expect(calls).toBe(4);
    expect(wait.mock.calls.map(([milliseconds]) => milliseconds)).toEqual([1_000]);
  });

  test('waits for as long as it is told to when it was too fast', async () => {
    let calls = 0;
    const busy = new OperationError('resource-exhausted', { reason: 'rate', retryAfterSeconds: 7 });
    const { answer, wait } = sending((part) => ((calls += 1) === 1 ? Promise.reject(busy) : done(part)));
    expect((await answer).outcomes).toEqual(rows.map(() => 'sent'));
    expect(wait.mock.calls.map(([milliseconds]) => milliseconds)).toEqual([7_000]);
  });

  test('that was stopped while a part was under way does not wait to ask again', async () => {
    const stop = new AbortController();
    const busy = new OperationError('resource-exhausted', { reason: 'rate', retryAfterSeconds: 90 });
    const { answer, wait } = sending(() => {
      stop.abort();
      return Promise.reject(busy);
    }, stop);
    expect(await answer).toEqual({ outcomes: rows.map(() => 'unsent'), problem: busy });
    expect(wait).not.toHaveBeenCalled();
  });

  test('ends where no answer comes at all: those rows may have gone through, later ones have not', async () => {
    const { answer, send } = sending((part) => (part[0] === 0 ? done(part) : Promise.reject(lost())));
    const { outcomes, problem } = await answer;
    expect(problem).toEqual(lost());
    expect(send).toHaveBeenCalledTimes(4);
    expect(outcomes).toEqual(rows.map((row) => (row < 100 ? 'sent' : row < 200 ? 'unknown' : 'unsent')));
  });

  test('ends at a refusal of the whole, and none of its rows went through', async () => {
    const state = new OperationError('failed-precondition', { reason: 'state', status: 'readonly' });
    const { answer, send } = sending((part) => (part[0] === 0 ? done(part) : Promise.reject(state)));
    const { outcomes, problem } = await answer;
    expect([problem, send.mock.calls.length]).toEqual([state, 2]);
    expect(outcomes).toEqual(rows.map((row) => (row < 100 ? 'sent' : 'unsent')));
  });

  test('stops after the part that is under way', async () => {
    const stop = new AbortController();
    const { answer, send } = sending((part) => {
      stop.abort();
      return done(part);
    }, stop);
    expect((await answer).outcomes).toEqual(rows.map((row) => (row < 100 ? 'sent' : 'unsent')));
    expect(send).toHaveBeenCalledTimes(1);
  });
});
