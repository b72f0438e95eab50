import { inTenant, tenantPaths } from '@tenantry/model/paths';
import { newTenantId } from '@tenantry/model/tenant-id';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../support/database.ts';
import { recordFigures } from '../../support/figures.ts';
import type { Actor } from '../../support/operations/people/actor.ts';
import { personNamed } from '../../support/operations/people/everybody.ts';
import { calls, type Prepared } from '../../support/operations/calls.ts';
import { type Field, fields } from '../../support/operations/inputs/fields.ts';
import { linkSecret } from '../../support/operations/link-secret.ts';
import type { OperationName } from '../../support/operations/names.ts';
import {
  closePlaces,
  furnish,
  openAccounts,
  openPlace,
  order,
  type Place,
  product,
} from '../../support/operations/place.ts';
import { bytesOf, call, type Reply } from '../../support/operations/send.ts';
import { differences, tracesOf } from '../../support/operations/traces.ts';

const owner = personNamed('owner');
const customer = personNamed('customer');
const removed = personNamed('removed');
const fenced = personNamed('below the fence');
const viewer = personNamed('viewer');
const nobody = personNamed('nobody');
const theirOwner = personNamed('elsewhere owner');
const dismissed = personNamed('operator who was dismissed');
const operator = personNamed('operator');
const people = [owner, customer, removed, fenced, viewer, nobody, theirOwner, dismissed, operator];

const unknown = newTenantId();
let place: Place;
let elsewhere: Place;
let cases = 0;

beforeAll(async () => {
  await openAccounts(people);
  place = await openPlace('active', people);
  elsewhere = await openPlace('active', []);
  await furnish(elsewhere, {
    [tenantPaths.member(theirOwner.uid)]: { role: 'owner', version: 5, uid: theirOwner.uid },
  });
});

afterAll(async () => {
  await closePlaces([place, elsewhere]);
  recordFigures('callables', { cases });
});

/** One way to ask: who, and with which input. */
type Ask = { readonly title: string; readonly who: Actor; readonly input: unknown; readonly claimed?: string };

/** Asks in all ways, and expects one answer for all of them, and that neither tenant was touched. */
async function oneAnswer(name: OperationName, reason: string, asks: readonly Ask[]): Promise<void> {
  const before = [await tracesOf(place), await tracesOf(elsewhere)] as const;
  const replies: Reply[] = [];
  for (const { who, input, claimed = place.tenantId } of asks) {
    replies.push(await call(name, input, who.authorization(claimed, elsewhere.tenantId)));
  }
  cases += replies.length;
  expect(replies.map((reply, index) => `${asks[index]?.title}: ${reply.reason}`)).toEqual(
    asks.map(({ title }) => `${title}: ${reason}`),
  );
  expect([...new Set(replies.map(bytesOf))]).toHaveLength(1);
  const after = [await tracesOf(place), await tracesOf(elsewhere)] as const;
  expect([differences(before[0], after[0]), differences(before[1], after[1])]).toEqual([[], []]);
}

async function passes(name: OperationName, who: Actor, input: unknown): Promise<void> {
  const reply = await call(name, input, who.authorization(place.tenantId, elsewhere.tenantId));
  expect(reply.reason).toBe('ok');
  cases += 1;
}

async function prepare(name: OperationName, where: Place, subject: Actor = owner): Promise<Prepared> {
  const prepared = (calls[name] as (place: Place, subject: Actor) => Prepared)(where, subject);
  await furnish(where, prepared.documents);
  return prepared;
}

const names = Object.keys(fields) as OperationName[];
/** Operations of members of a tenant, but for leaving: that everybody may. */
const inTenants = names.filter(
  (name) => Object.hasOwn(fields[name], 'tenantId') && !/activate|accept|leave|operator/.test(name),
);

describe('no such tenant, not one’s own, no longer one’s own and no right there', () => {
  test.each(inTenants)('are one answer of %s', async (name) => {
    const { input } = await prepare(name, place);
    const other = { ...input, tenantId: elsewhere.tenantId };
    const none = { ...input, tenantId: unknown };
    await oneAnswer(name, 'denied', [
      { title: 'an owner elsewhere asks for this one', who: theirOwner, input },
      { title: 'an owner asks for another', who: owner, input: other },
      { title: 'an owner asks for one that is not there', who: owner, input: none },
      { title: 'somebody claims one that is not there', who: owner, input: none, claimed: unknown },
      { title: 'somebody claims one that they are not in', who: owner, input: other, claimed: elsewhere.tenantId },
      { title: 'nobody', who: nobody, input },
      { title: 'who was removed', who: removed, input },
      { title: 'who was stopped by the fence', who: fenced, input },
      ...(name === 'api/placeOrder' || name === 'api/cancelOrder'
        ? []
        : [{ title: 'a customer', who: customer, input }]),
      // Whoever sees every order may be mailed them.
      ...(name === 'api/setNotifications' ? [] : [{ title: 'a viewer', who: viewer, input }]),
      { title: 'no tenant at all', who: owner, input: {} },
      { title: 'a tenant that is a path', who: owner, input: { ...input, tenantId: `../${place.tenantId}` } },
      { title: 'a tenant in a list', who: owner, input: { ...input, tenantId: [place.tenantId] } },
    ]);
    await passes(name, owner, input);
  });

  test('are one answer of api/activateTenant', async () => {
    await oneAnswer('api/activateTenant', 'denied', [
      { title: 'not there', who: nobody, input: { tenantId: unknown } },
      { title: 'not one’s own', who: nobody, input: { tenantId: place.tenantId } },
      { title: 'another’s', who: owner, input: { tenantId: elsewhere.tenantId } },
      { title: 'no longer one’s own', who: removed, input: { tenantId: place.tenantId } },
      { title: 'none', who: owner, input: { tenantId: 'none' } },
    ]);
    await passes('api/activateTenant', owner, { tenantId: place.tenantId });
  });

  test('are one answer of the operators’ operations to everybody else', async () => {
    const { input } = await prepare('operator/setTenantStatus', place);
    await oneAnswer('operator/setTenantStatus', 'denied', [
      { title: 'an owner', who: owner, input },
      { title: 'who was dismissed', who: dismissed, input },
      { title: 'one that is not there', who: dismissed, input: { ...input, tenantId: unknown } },
      { title: 'nonsense', who: owner, input: { nonsense: true } },
    ]);
    await passes('operator/setTenantStatus', operator, input);
  });
});

describe('what is not there, what was there and what is another tenant’s', () => {
  const ofTenants = names.filter((name) => !name.startsWith('operator/'));
  const cells = ofTenants.flatMap((name) =>
    Object.entries<Field>(fields[name])
      .filter(([key, { kind }]) => kind === 'id' && key !== 'tenantId' && name !== 'api/acceptInvite')
      .map(([key]) => ({ name, key })),
  );

  test.each(cells)('are one answer of $name about $key', async ({ name, key }) => {
    const idOf = ({ input }: Prepared, where: Place): string =>
      key === 'customerUid' ? where.ownerUid : String((input as Record<string, unknown>)[key]);
    const own = await prepare(name, place);
    const former = await prepare(name, place);
    const theirs = idOf(await prepare(name, elsewhere), elsewhere);
    for (const path of Object.keys(former.documents)) {
      if (key !== 'customerUid') await database().doc(inTenant(place.tenantId, path)).delete();
    }
    const naming = (id: string) => ({ ...own.input, [key]: id });
    await oneAnswer(name, key === 'customerUid' ? 'input' : 'missing', [
      { title: 'not there', who: owner, input: naming('absent') },
      {
        title: 'no longer there',
        who: owner,
        input: naming(key === 'customerUid' ? removed.uid : idOf(former, place)),
      },
      { title: 'another tenant’s', who: owner, input: naming(theirs) },
    ]);
    await passes(name, owner, own.input);
  });

  test('are one answer about the product of an order, and so is one that is not for sale', async () => {
    const own = await prepare('api/placeOrder', place);
    await furnish(place, {
      [tenantPaths.product('draft')]: product({ status: 'draft' }),
      [tenantPaths.product('archived')]: product({ status: 'archived' }),
    });
    await furnish(elsewhere, { [tenantPaths.product('theirs')]: product() });
    const naming = (productId: string) => ({ ...own.input, lines: [{ productId, quantity: 1 }] });
    await oneAnswer(
      'api/placeOrder',
      'missing',
      ['absent', 'theirs', 'draft', 'archived'].map((id) => ({ title: id, who: customer, input: naming(id) })),
    );
    await passes('api/placeOrder', customer, own.input);
  });

  test('are one answer to a customer about an order, and so is somebody else’s', async () => {
    const own = await prepare('api/cancelOrder', place, customer);
    await furnish(place, {
      [tenantPaths.order('others')]: order(owner.uid),
      [tenantPaths.order('walk-in')]: order(null),
    });
    await furnish(elsewhere, { [tenantPaths.order('theirs')]: order(customer.uid) });
    await oneAnswer(
      'api/cancelOrder',
      'denied',
      ['absent', 'others', 'walk-in', 'theirs'].map((orderId) => ({
        title: orderId,
        who: customer,
        input: { tenantId: place.tenantId, orderId },
      })),
    );
    await passes('api/cancelOrder', customer, own.input);
  });
});

test('an invitation without its secret is one answer, whatever is there', async () => {
  const own = await prepare('api/acceptInvite', place, nobody);
  const theirs = await prepare('api/acceptInvite', elsewhere, nobody);
  const right = own.input as { tenantId: string; inviteId: string; secret: string };
  const other = theirs.input as typeof right;
  const inputs: Readonly<Record<string, typeof right>> = {
    'no such tenant': { ...right, tenantId: unknown, secret: linkSecret(unknown, right.inviteId) },
    'no tenant': { ...right, tenantId: 'none' },
    'no such invitation': { ...right, inviteId: 'absent', secret: linkSecret(place.tenantId, 'absent', 0) },
    'another secret': { ...right, secret: `${right.secret.slice(0, -1)}_` },
    'a shorter secret': { ...right, secret: right.secret.slice(0, -1) },
    'the secret of another generation': { ...right, secret: linkSecret(place.tenantId, right.inviteId, 2) },
    'the secret of another tenant’s': { ...right, secret: other.secret },
    'another tenant’s invitation': { ...other, tenantId: place.tenantId },
    'one’s own invitation in another tenant': { ...right, tenantId: elsewhere.tenantId },
  };
  await oneAnswer(
    'api/acceptInvite',
    'denied',
    Object.entries(inputs).map(([title, input]) => ({ title, who: nobody, input })),
  );
  await passes('api/acceptInvite', nobody, right);
});
