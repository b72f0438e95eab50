import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from './turns.ts';

/** Work that notes when it begins and ends, and ends when it is told to. */
function work(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const run = async () => {
    log.push(`${name} begins`);
    return promise.finally(() => log.push(`${name} ends`));
  };
  return { run, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

test('works of one key run one after the other in the order they came, those of another beside them', async () => {
  const log: string[] = [];
  const [a, b, c, other] = ['a', 'b', 'c', 'other'].map((name) => work(log, name)) as [Work, Work, Work, Work];
  const turns = [inTurn('k', a.run), inTurn('k', b.run), inTurn('k', c.run), inTurn('other', other.run)];
  for (const { end } of [c, other, b, a]) end();

  expect(await Promise.all(turns)).toEqual(['a', 'b', 'c', 'other']);
  expect(log.filter((line) => !line.startsWith('other'))).toEqual([
    'a begins',
    'a ends',
    'b begins',
    'b ends',
    'c begins',
    'c ends',
  ]);
  expect(log.indexOf('other begins')).toBeLessThan(log.indexOf('b begins'));
});

test('who fails lets the next one go on, and fails alone', async () => {
  const log: string[] = [];
  const [a, b] = [work(log, 'a'), work(log, 'b')];
  const turns = [inTurn('k', a.run), inTurn('k', b.run)];
  a.fail();
  b.end();
  expect(await Promise.allSettled(turns)).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 'b' }]);
});

test('nobody waits longer than their patience for one who hangs', async () => {
  const log: string[] = [];
  const [hangs, b] = [work(log, 'hangs'), work(log, 'b')];
  const hanging = inTurn('k', hangs.run);
  b.end();
  expect(await inTurn('k', b.run, 20)).toBe('b');
  expect(log).toEqual(['hangs begins', 'b begins', 'b ends']);
  hangs.end();
  expect(await hanging).toBe('hangs');
  await wait(0);
  expect(await inTurn('k', () => Promise.resolve('later'), 60_000)).toBe('later');
});

type Work = ReturnType<typeof work>;
