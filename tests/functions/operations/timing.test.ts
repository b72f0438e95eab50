import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { newTenantId } from '@tenantry/model/tenant-id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '../../support/database.ts';
import { recordFigures } from '../../support/figures.ts';
import { personNamed } from '../../support/operations/people/everybody.ts';
import { mediansMeet, quartiles, timeInterleaved, toldApart } from '../../support/operations/interleaved.ts';
import { linkSecret } from '../../support/operations/link-secret.ts';
import {
  closePlaces,
  furnish,
  invite,
  openAccounts,
  openPlace,
  order,
  type Place,
} from '../../support/operations/place.ts';
import { call } from '../../support/operations/send.ts';

/** Each is one call of every kind. */
const rounds = Number(process.env.OPERATIONS_TIMING ?? 60);
/** A busy machine is asked again, and what it tells is added to what it told. */
const batches = 10;
const patience = 300_000;
const control = 'two more reads';

const nobody = personNamed('nobody');
const removed = personNamed('removed');
const customer = personNamed('customer');
const elsewhereOwner = personNamed('elsewhere owner');
const unknown = newTenantId();

let place: Place;
let elsewhere: Place;
let cases = 0;

beforeAll(async () => {
  const people = [nobody, removed, customer, elsewhereOwner];
  await openAccounts(people);
  place = await openPlace('active', people);
  elsewhere = await openPlace('active', []);
  await furnish(place, {
    [tenantPaths.invite('invited')]: invite(nobody.email, 'viewer', place.ownerUid),
    [tenantPaths.order('others')]: order(place.ownerUid),
    [tenantPaths.order('mine')]: order(customer.uid),
  });
  await furnish(elsewhere, { [tenantPaths.order('theirs')]: order(null) });
});

afterAll(async () => {
  await closePlaces([place, elsewhere]);
  recordFigures('callables', { cases });
});

type Kinds = Readonly<Record<string, () => Promise<{ reason: string }>>>;

/** What is answered alike, and is to take alike. */
const groups: Readonly<Record<string, () => Kinds>> = {
  'a tenant without a claim for it': () => {
    const ask = (tenantId: string) => () =>
      call(
        'api/updateTenant',
        { tenantId, name: 'x' },
        elsewhereOwner.authorization(elsewhere.tenantId, elsewhere.tenantId),
      );
    return { 'not there': ask(unknown), 'not one’s own': ask(place.tenantId) };
  },
  'a tenant to turn to': () => {
    const ask = (who: typeof nobody, tenantId: string) => () =>
      call('api/activateTenant', { tenantId }, who.authorization(place.tenantId, elsewhere.tenantId));
    return {
      'not there': ask(removed, unknown),
      'not one’s own': ask(removed, elsewhere.tenantId),
      'no longer one’s own': ask(removed, place.tenantId),
    };
  },
  'an invitation without its secret': () => {
    const ask = (tenantId: string, inviteId: string, secret: string) => () =>
      call(
        'api/acceptInvite',
        { tenantId, inviteId, secret },
        nobody.authorization(place.tenantId, elsewhere.tenantId),
      );
    const secret = linkSecret(unknown, 'invited');
    return {
      'no such tenant': ask(unknown, 'invited', secret),
      'no such invitation': ask(place.tenantId, 'absent', secret),
      'another secret': ask(place.tenantId, 'invited', secret),
    };
  },
  'an order that a customer may not cancel': () => {
    const ask = (orderId: string) => () =>
      call(
        'api/cancelOrder',
        { tenantId: place.tenantId, orderId },
        customer.authorization(place.tenantId, elsewhere.tenantId),
      );
    return { 'not there': ask('absent'), 'another’s': ask('others'), 'of another tenant': ask('theirs') };
  },
};

describe('what is not there takes as long as what is not one’s own:', () => {
  test.each(Object.keys(groups))(
    '%s',
    async (name) => {
      const kinds = groups[name]?.() ?? {};
      const reasons = await Promise.all(Object.values(kinds).map(async (ask) => (await ask()).reason));
      expect(new Set(reasons)).toEqual(new Set(['denied']));

      const taken: Record<string, number[]> = {};
      for (let batch = 1; batch <= batches; batch += 1) {
        const more = await timeInterleaved({ ...kinds, [control]: withTwoMoreReads(kinds) }, { rounds });
        for (const [kind, times] of Object.entries(more)) taken[kind] = [...(taken[kind] ?? []), ...times];
        cases += rounds * Object.keys(more).length;
        if (verdict(taken) === 'the same') return;
      }
      const told = Object.entries(taken).map(([kind, times]) => `${kind}: ${quartiles(times)} ms`);
      throw new Error(`After ${rounds * batches} rounds: ${verdict(taken)}\n${told.join('\n')}`);
    },
    patience,
  );
});

/** Only where two more reads show can it be said that there were none. */
function verdict({ [control]: slower = [], ...taken }: Readonly<Record<string, number[]>>): string {
  const [first = [], ...others] = Object.values(taken);
  if (!others.every((other) => mediansMeet(first, other))) return 'the medians lie apart';
  if (others.some((other) => toldApart(first, other))) return 'one is slower in too many rounds';
  return toldApart(first, slower) ? 'the same' : 'too noisy: not even two more reads are seen';
}

/** A refusal after which two documents are read: what a leak would look like that says who has a tenant. */
function withTwoMoreReads(kinds: Kinds): () => Promise<unknown> {
  const [ask] = Object.values(kinds);
  return async () => {
    await ask?.();
    await readDocument(inTenant(place.tenantId, tenantPaths.profile()));
    await readDocument(inTenant(place.tenantId, tenantPaths.access()));
  };
}
