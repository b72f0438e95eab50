import { apiOperations } from '@tenantry/model/operations/api';
import { operatorOperations } from '@tenantry/model/operations/operator';
import fc from 'fast-check';
import type * as z from 'zod/mini';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordFigures } from '../../support/figures.ts';
import type { Actor } from '../../support/operations/people/actor.ts';
import { personNamed } from '../../support/operations/people/everybody.ts';
import { anotherOwner } from '../../support/operations/people/members.ts';
import { around, toJson } from '../../support/operations/inputs/arbitrary.ts';
import { calls, type Prepared } from '../../support/operations/calls.ts';
import { fields } from '../../support/operations/inputs/fields.ts';
import { faultsOf } from '../../support/operations/inputs/judge.ts';
import type { OperationName } from '../../support/operations/names.ts';
import { closePlaces, furnish, openAccounts, openPlace, type Place } from '../../support/operations/place.ts';
import { send } from '../../support/operations/send.ts';
import { unsoundness } from '../../support/operations/soundness.ts';
import { differences, type Traces, tracesOf } from '../../support/operations/traces.ts';

/** Calls in all; each operation has its share. */
const total = Number(process.env.OPERATIONS_FUZZ ?? 120);
const seed = Number(process.env.OPERATIONS_SEED ?? 20_261_121);

const operator = personNamed('operator');
const names = Object.keys(fields) as OperationName[];
/** Whoever changes their name changes it in every tenant of theirs: each operation has an owner of its own. */
const owners = new Map(names.map((name) => [name, anotherOwner(name)]));
const runs = Math.ceil(total / names.length);
/** A call on a busy machine, with a look at the tenant after it, takes seconds. */
const patience = 120_000 + runs * 4_000;

const places: Place[] = [];
let elsewhere: Place;
let untouched: Traces;
let cases = 0;

beforeAll(async () => {
  console.log(`Fuzz: ${runs * names.length} calls, OPERATIONS_SEED=${seed}`);
  await openAccounts([...owners.values(), operator]);
  elsewhere = await openPlace('active', [...owners.values()]);
  places.push(elsewhere);
  untouched = await tracesOf(elsewhere);
});

afterAll(async () => {
  await closePlaces(places);
  recordFigures('callables', { cases });
});

describe('whatever comes in', () => {
  test.concurrent.each(names)(
    '%s answers by the closed list, and does all of it or nothing',
    async (name) => {
      const owner = owners.get(name) ?? operator;
      const place = await openPlace('active', [owner]);
      places.push(place);
      const who = name.startsWith('operator/') ? operator : owner;
      const prepared = (calls[name] as (place: Place, subject: Actor) => Prepared)(place, who);
      await furnish(place, prepared.documents);
      const { input, output } = schemasOf(name);
      const before = await unsoundness(place);
      expect(before.faults).toEqual([]);
      let found = await tracesOf(place);

      await fc.assert(
        fc.asyncProperty(around(prepared.input, input), async (tried) => {
          const body = toJson({ data: tried ?? null });
          const reply = await send({
            path: name,
            body,
            authorization: who.authorization(place.tenantId, elsewhere.tenantId),
          });
          cases += 1;
          expect(faultsOf(reply, output)).toEqual([]);
          const left = await tracesOf(place);
          if (reply.reason !== 'ok') expect(differences(found, left)).toEqual([]);
          found = left;
        }),
        // Shrinking repeats calls upon what earlier ones have left: a counterexample is told as it came.
        { numRuns: runs, seed, endOnFailure: true },
      );
      expect(await unsoundness(place)).toEqual(before);
    },
    patience,
  );
});

test('of all these calls none has touched another tenant', async () => {
  expect(differences(untouched, await tracesOf(elsewhere))).toEqual([]);
});

function schemasOf(name: OperationName): { input: z.ZodMiniType; output: z.ZodMiniType } {
  const [group, operation = ''] = name.split('/');
  const table: Readonly<Record<string, { input: z.ZodMiniType; output: z.ZodMiniType }>> =
    group === 'api' ? apiOperations : operatorOperations;
  const schemas = table[operation];
  if (!schemas) throw new Error(`The model knows no ${name}.`);
  return schemas;
}
