import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { tenantDocuments } from '../../../functions/src/platform/data/documents.ts';
import { toStored } from '../../../functions/src/platform/data/stored-access.ts';
import { removeOperator } from '../../../functions/src/operators/remove-operator.ts';
import { inPlatformContext } from '../../../functions/src/platform/tenant-context.ts';
import { readDocument } from '../../support/database.ts';
import { recordFigures } from '../../support/figures.ts';
import type { Person } from '../../support/people.ts';
import { work } from './acts.ts';
import { type Aim, attempts, reads } from './attempts.ts';
import { Hammer, lateOnes, windowOf } from '../../support/revocation/hammer.ts';
import { newAim, newOperator, newPlace, type Place } from './places.ts';

/** Support walks in through the door that an owner opened. Its operations come later; what they will write is written here. */
const hour = 3_600_000;
/** How long the tries go on beyond what shows that the right has ended. */
const seconds = Number(process.env.REVOCATION_SECONDS ?? '0');

let place: Place;
let aim: Aim;
let colleague: Person;

beforeAll(async () => {
  place = await newPlace();
  aim = await newAim(place);
  colleague = await newOperator();
});

/** Opens the door to all that support may see: a colleague is in for an hour, and perhaps somebody else with them. */
function letIn(operator?: Person, until = 0): Promise<void> {
  const support = { [colleague.uid]: Date.now() + hour, ...(operator ? { [operator.uid]: until } : {}) };
  return work(place.shop, async ({ tx, access }) => {
    const open = { supportScope: 'support-people', supportUntil: Date.now() + hour, support } as const;
    tx.set(tenantDocuments.access(), toStored({ ...access, ...open }));
  });
}

const hammer = (person: Person) =>
  new Hammer(...reads.map((name) => ({ names: [name], attempt: () => attempts[name](person, aim) })));

/** Every way in which support's right to look ends. Each answers when it has. */
const ends = {
  supportExpiry: async (operator) => {
    const until = Date.now() + 500;
    await letIn(operator, until);
    while (Date.now() <= until) await wait(1);
  },
  supportClosed: () => letIn(),
  operatorDismissed: async ({ email }) => {
    await inPlatformContext(randomUUID(), () => removeOperator(email));
  },
} as const satisfies Record<string, (operator: Person) => Promise<void>>;

describe('support', () => {
  test.each(Object.keys(ends) as (keyof typeof ends)[])('reads nothing more after %s', async (end) => {
    const operator = await newOperator();
    await letIn(operator, Date.now() + hour);
    const tries = hammer(operator);
    const control = hammer(colleague);
    try {
      await tries.until(1, () => 'done');
      await control.until(1, () => 'done');
      await ends[end](operator);
      const answered = performance.now();
      await tries.until(3, () => 'refused', answered);
      await control.until(3, () => 'done', answered);
      await wait(seconds * 1_000);
      const blows = await tries.stop();
      recordFigures('revocation', { [end]: windowOf(blows, answered) });
      expect(lateOnes(blows, answered)).toEqual([]);
    } finally {
      await Promise.allSettled([tries.stop(), control.stop()]);
    }
  });

  test('is refused by the clock alone: its entry still stands when the visit is over', async () => {
    const operator = await newOperator();
    await letIn(operator, Date.now() - 1);
    const access = await readDocument(inTenant(place.shop.tenantId, tenantPaths.access()));
    expect(access?.support).toHaveProperty(operator.uid);
    expect(await attempts.get(operator, aim)).toMatchObject({ outcome: 'refused' });
    await letIn(operator, Date.now() + hour);
    expect(await attempts.get(operator, aim)).toMatchObject({ outcome: 'done' });
  });
});
