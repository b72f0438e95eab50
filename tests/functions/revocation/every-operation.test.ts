import { downloads } from '@tenantry/model/operations/downloads';
import { apiOperations } from '@tenantry/model/operations/api';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../support/people.ts';
import { stack } from '../../support/stack.ts';
import { newPlace, type Place } from './places.ts';

/** Answered without a claim, since they bring one about: they judge the invitation or the membership instead. */
const withoutClaim = ['acceptInvite', 'activateTenant'];
const ofTenant = Object.entries(apiOperations)
  .filter(([operation, { input }]) => 'tenantId' in input.def.shape && !withoutClaim.includes(operation))
  .map(([operation]) => operation);

let place: Place;
let removed: Person;

beforeAll(async () => {
  place = await newPlace();
  removed = await place.shop.staff('admin');
  await place.shop.owner.call('removeMember', { tenantId: place.shop.tenantId, uid: removed.uid });
});

describe('every operation of a business', () => {
  test.each(ofTenant)('%s denies a token from before a removal, and looks at a member’s input', async (operation) => {
    const input = { tenantId: place.shop.tenantId, nobodysField: true };
    expect(await removed.tryAnything(operation, input)).toMatchObject({ details: { reason: 'denied' } });
    expect(await place.shop.owner.tryAnything(operation, input)).toMatchObject({ details: { reason: 'input' } });
  });

  test('is tried, and so is every download', async () => {
    expect(ofTenant.length).toBeGreaterThan(0);
    for (const download of Object.keys(downloads)) {
      const ask = async ({ token }: Person) => {
        const url = `${stack.functions}/${download}?tenantId=${place.shop.tenantId}&nobodysField=1`;
        const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
        return (await answer.json()) as unknown;
      };
      expect(await ask(removed)).toMatchObject({ error: { details: { reason: 'denied' } } });
      expect(await ask(place.shop.owner)).toMatchObject({ error: { details: { reason: 'input' } } });
    }
  });
});
