import { apiOperations } from '@tenantry/model/operations/api';
import { operatorOperations } from '@tenantry/model/operations/operator';
import { tenantStatuses, type TenantStatus } from '@tenantry/model/tenant-status';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordFigures } from '../../support/figures.ts';
import type { Actor } from '../../support/operations/people/actor.ts';
import { everybody } from '../../support/operations/people/everybody.ts';
import { members } from '../../support/operations/people/members.ts';
import { audienceOf } from '../../support/operations/people/audience.ts';
import { calls, type Prepared } from '../../support/operations/calls.ts';
import { expected, rowNames } from '../../support/operations/expectations.ts';
import { operationOf, type RowName } from '../../support/operations/names.ts';
import {
  closePlaces,
  type Documents,
  furnish,
  openAccounts,
  openPlace,
  type Place,
  together,
} from '../../support/operations/place.ts';
import { call, type Reply } from '../../support/operations/send.ts';
import { differences, type Traces, tracesOf } from '../../support/operations/traces.ts';
import { inParallel } from '../../support/rules/rest.ts';

/** One call of one person: what it needs, and what the contract says of it. */
type Cell = { readonly actor: Actor; readonly expected: string; readonly prepared: Prepared };

/** Tests run four at a time in two files. */
const callsAtOnce = 2;

/** Calls that wait for each other at the emulator: begun last, these rows would be waited for alone. */
const isLong = (row: RowName): boolean => /^api\/(deleteRole|inviteMember|acceptOwnership)/.test(row);
const longestFirst = [...rowNames.filter(isLong), ...rowNames.filter((row) => !isLong(row))];

const places: Place[] = [];
/** The tenant that the outsiders belong to. */
let elsewhere: Place;
let untouched: Traces;
let cases = 0;

beforeAll(async () => {
  await openAccounts();
  elsewhere = await openPlace('active', everybody);
  places.push(elsewhere);
  untouched = await tracesOf(elsewhere);
});

afterAll(async () => {
  await closePlaces(places);
  recordFigures('callables', { cases });
});

test('everybody asks something', () => {
  const asking = new Set(rowNames.flatMap((row) => tenantStatuses.flatMap((status) => audienceOf(row, status))));
  expect(everybody.filter((actor) => !asking.has(actor)).map(({ name }) => name)).toEqual([]);
});

test('every operation of the table of contents is in the matrix', () => {
  const all = [
    ...Object.keys(apiOperations).map((name) => `api/${name}`),
    ...Object.keys(operatorOperations).map((name) => `operator/${name}`),
  ];
  expect([...new Set(rowNames.map(operationOf))].sort()).toEqual(all.sort());
  recordFigures('callables', { functions: all.length });
});

describe.each(tenantStatuses)('in a tenant that is %s', (status) => {
  test.concurrent.each(longestFirst)('who may call %s is answered, and nobody else changes anything', async (row) => {
    const people = audienceOf(row, status);
    const place = await openPlace(status, people);
    places.push(place);
    const cells = prepare(row, status, place, people);
    await furnish(place, documentsOf(cells));
    const [allowed, refused] = [cells.filter(isAllowed), cells.filter((cell) => !isAllowed(cell))];

    const before = await tracesOf(place);
    const refusals = await inParallel(refused, (cell) => ask(row, cell, place), callsAtOnce);
    expect(refusals.map(answered)).toEqual(refused.map(wanted));
    expect(differences(before, await tracesOf(place))).toEqual([]);

    // One after the other: all of them write in one tenant.
    const answers = await inParallel(allowed, (cell) => ask(row, cell, place), 1);
    expect(answers.map(answered)).toEqual(allowed.map(wanted));
    const seen = await inParallel(answers, async ({ actor, reply, prepared }) => [
      actor.name,
      await prepared.look(reply.result as Record<string, unknown>),
    ]);
    expect(seen).toEqual(answers.map(({ actor, prepared }) => [actor.name, prepared.done]));
    cases += cells.length;
  });
});

test('of all these calls none has touched the tenant that the outsiders belong to', async () => {
  expect(differences(untouched, await tracesOf(elsewhere))).toEqual([]);
});

/**
 * Who may, and who belongs here, asks about documents of their own; everybody else about those of the first who may, so
 * that the two calls differ in nothing but who makes them.
 */
function prepare(row: RowName, status: TenantStatus, place: Place, people: readonly Actor[]): Cell[] {
  const prepareFor = calls[row] as (place: Place, subject: Actor) => Prepared;
  const outcome = (actor: Actor) => expected(row, actor, status);
  const control = people.find((actor) => outcome(actor) === 'ok') ?? members[0];
  if (!control) throw new Error('There is nobody.');
  const shared = prepareFor(place, control);
  return people.map((actor) => {
    const own = actor !== control && (actor.claimStands || ['ok', 'state'].includes(outcome(actor)));
    return { actor, expected: outcome(actor), prepared: own ? prepareFor(place, actor) : shared };
  });
}

function documentsOf(cells: readonly Cell[]): Documents {
  return together(cells.map(({ prepared }) => prepared.documents));
}

function isAllowed({ expected }: Cell): boolean {
  return expected === 'ok';
}

async function ask(row: RowName, cell: Cell, { tenantId }: Place) {
  const authorization = cell.actor.authorization(tenantId, elsewhere.tenantId);
  return { ...cell, reply: await call(operationOf(row), cell.prepared.input, authorization) };
}

function answered({ actor, reply }: { actor: Actor; reply: Reply }): string {
  const unsigned = reply.reason === 'none' && reply.status === 401 && reply.code === 'unauthenticated';
  return `${actor.name}: ${unsigned ? 'sign-in' : reply.reason === 'none' ? reply.text : reply.reason}`;
}

function wanted({ actor, expected }: Cell): string {
  return `${actor.name}: ${expected}`;
}
