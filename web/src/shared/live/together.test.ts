import { FirebaseError } from 'firebase/app';
import type { FirestoreError } from 'firebase/firestore';
import { expect, test } from 'vitest';
import type { Arrival, Source } from './source.ts';
import { firstOf, together } from './together.ts';

/** A source that is told what arrives, and tells whether somebody listens. */
function newPart() {
  const part = {
    open: false,
    arrive: (_arrival: Arrival<string>): void => {},
    fail: (_code: FirestoreError['code']): void => {},
    source: {
      key: 'part',
      open(arrived, failed) {
        part.open = true;
        part.arrive = arrived;
        part.fail = (code) => failed(new FirebaseError(code, code) as FirestoreError);
        return () => {
          part.open = false;
        };
      },
    } as Source<string>,
  };
  return part;
}

function openBoth() {
  const [tea, cup] = [newPart(), newPart()];
  const arrivals: Arrival<Map<string, string>>[] = [];
  const failures: string[] = [];
  const both = together(
    'both',
    'tenant',
    new Map([
      ['tea', tea.source],
      ['cup', cup.source],
    ]),
  );
  const stop = both.open(
    (arrival) => arrivals.push(arrival),
    ({ code }) => failures.push(code),
  );
  return { tea, cup, arrivals, failures, stop };
}

test('several sources arrive as one when each has, and again with each change; what is not there is left out', () => {
  const { tea, cup, arrivals, stop } = openBoth();
  tea.arrive({ data: 'Tea', stale: false });
  expect(arrivals).toEqual([]);
  cup.arrive({ data: undefined, stale: true });
  expect(arrivals).toEqual([{ data: new Map([['tea', 'Tea']]), stale: true }]);
  cup.arrive({ data: 'Cup', stale: false });
  expect(arrivals.at(-1)?.data?.get('cup')).toBe('Cup');
  stop();
  expect([tea.open, cup.open]).toEqual([false, false]);
});

test('several sources fail as one: once, and nothing arrives from the others afterwards', () => {
  const { tea, cup, arrivals, failures } = openBoth();
  tea.fail('permission-denied');
  cup.fail('unavailable');
  cup.arrive({ data: 'Cup', stale: false });
  tea.arrive({ data: 'Tea', stale: false });
  expect(failures).toEqual(['permission-denied']);
  expect(arrivals).toEqual([]);
  expect([tea.open, cup.open]).toEqual([false, false]);
});

test('what a source says first is a promise, which fails as the source does; nobody listens afterwards', async () => {
  const [said, refused] = [newPart(), newPart()];
  const first = firstOf(said.source);
  said.arrive({ data: 'Tea', stale: false });
  expect(await first).toBe('Tea');
  expect(said.open).toBe(false);
  const failure = firstOf(refused.source);
  refused.fail('unavailable');
  await expect(failure).rejects.toThrow('unavailable');
  expect(refused.open).toBe(false);
});
