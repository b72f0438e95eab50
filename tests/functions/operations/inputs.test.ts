import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordFigures } from '../../support/figures.ts';
import type { Actor } from '../../support/operations/people/actor.ts';
import { personNamed } from '../../support/operations/people/everybody.ts';
import { isEnding } from '../../support/operations/people/leavers.ts';
import { anotherOwner } from '../../support/operations/people/members.ts';
import { calls, type Prepared } from '../../support/operations/calls.ts';
import { absentIds, type Field, fields, wrongValues } from '../../support/operations/inputs/fields.ts';
import type { OperationName } from '../../support/operations/names.ts';
import { closePlaces, furnish, openAccounts, openPlace, type Place } from '../../support/operations/place.ts';
import { bytesOf, call, type Reply } from '../../support/operations/send.ts';
import { differences, tracesOf } from '../../support/operations/traces.ts';
import { inParallel } from '../../support/rules/rest.ts';

const owner = personNamed('owner');
const operator = personNamed('operator');
const stranger = personNamed('elsewhere owner');
const names = Object.keys(fields) as OperationName[];
/** What ends its caller's account is asked by somebody of its own. */
const owners = new Map(names.filter(isEnding).map((name) => [name as OperationName, anotherOwner(name)]));
const people = [owner, operator, stranger, ...owners.values()];
const callsAtOnce = 2;

const places: Place[] = [];
let elsewhere: Place;
let cases = 0;

beforeAll(async () => {
  await openAccounts(people);
  elsewhere = await openPlace('active', people);
  places.push(elsewhere);
});

afterAll(async () => {
  await closePlaces(places);
  recordFigures('callables', { cases });
});

/** An input that is wrong in one thing, and the field that the refusal must name. */
type Wrong = { readonly title: string; readonly input: Readonly<Record<string, unknown>>; readonly field: string };

describe('an input that is wrong in one thing', () => {
  test.concurrent.each(names)('is refused by %s with the name of the field, and changes nothing', async (name) => {
    const { place, prepared, who } = await prepare(name);
    const before = await tracesOf(place);
    const wrong = wrongInputs(name, prepared.input);
    const told = await inParallel(
      wrong,
      async ({ input }) => namedField(await ask(name, input, who, place)),
      callsAtOnce,
    );
    expect(pairs(wrong, told)).toEqual(
      pairs(
        wrong,
        wrong.map(({ field }) => field),
      ),
    );
    expect(differences(before, await tracesOf(place))).toEqual([]);
    const control = await ask(name, prepared.input, who, place);
    expect(control.reason).toBe('ok');
    cases += wrong.length + 1;
  });

  test.concurrent.each(names.filter(judgesTenantFirst))(
    'tells a stranger nothing that %s would tell its own',
    async (name) => {
      const { place, prepared } = await prepare(name);
      const inputs = [prepared.input, {}, null, ...wrongInputs(name, prepared.input).map(({ input }) => input)];
      // The claim is judged before the input, whatever it is: some tell as much as all.
      const some = inputs.filter((_, index) => index < 3 || index % 6 === 0);
      const asked = name === 'api/activateTenant' ? inputs.slice(0, 3) : some;
      const replies = await inParallel(asked, (input) => ask(name, input, stranger, place), callsAtOnce);
      expect(new Set(replies.map(({ reason }) => reason))).toEqual(new Set(['denied']));
      expect(new Set(replies.map(bytesOf)).size).toBe(1);
      cases += replies.length;
    },
  );
});

describe('an id that could be one', () => {
  const cells = names.flatMap((name) =>
    Object.entries<Field>(fields[name])
      .filter(([key, { kind }]) => kind === 'id' && key !== 'tenantId')
      .map(([key]) => ({ name, key })),
  );

  test.concurrent.each(cells)(
    'and is not there is told of by $name as $key, in the same bytes',
    async ({ name, key }) => {
      const { place, prepared, who } = await prepare(name);
      const before = await tracesOf(place);
      const inputs = absentIds.map((id) => ({ ...prepared.input, [key]: id }));
      const replies = await inParallel(inputs, (input) => ask(name, input, who, place), callsAtOnce);
      expect([...new Set(replies.map(({ reason }) => reason))]).toEqual([absentReason(name, key)]);
      expect(new Set(replies.map(bytesOf)).size).toBe(1);
      expect(differences(before, await tracesOf(place))).toEqual([]);
      expect((await ask(name, prepared.input, who, place)).reason).toBe('ok');
      cases += replies.length + 1;
    },
  );
});

/** A place of its own, a call that passes, and who may make it. */
async function prepare(name: OperationName) {
  const place = await openPlace('active', people);
  places.push(place);
  const who = name.startsWith('operator/') ? operator : (owners.get(name) ?? owner);
  const prepared = (calls[name] as (place: Place, subject: Actor) => Prepared)(place, who);
  await furnish(place, prepared.documents);
  return { place, prepared, who };
}

function wrongInputs(name: OperationName, good: object): Wrong[] {
  const wrong: Wrong[] = [
    { title: 'an unknown field', input: { ...good, unknown: 1 }, field: 'unknown' },
    { title: 'a field called toString', input: { ...good, toString: 1 }, field: 'toString' },
    { title: 'a field that grants', input: { ...good, operator: true }, field: 'operator' },
  ];
  for (const [key, field] of Object.entries<Field>(fields[name])) {
    if (key === 'tenantId' && name.startsWith('api/')) continue;
    const { [key]: _, ...without } = good as Record<string, unknown>;
    if (field.needed) wrong.push({ title: `no ${key}`, input: without, field: key });
    for (const value of wrongValues(field)) {
      const title = `${key} ${JSON.stringify(value).slice(0, 60)}`;
      // What the protocol gives a meaning of its own is refused as a whole.
      const undecodable = JSON.stringify(value).includes('"@type"');
      wrong.push({ title, input: { ...good, [key]: value }, field: undecodable ? 'undecodable' : key });
    }
  }
  return wrong;
}

/** The field that a refusal names first, or what else was answered. */
function namedField({ reason, code, details, text }: Reply): string {
  const issues = details.issues ?? [];
  if (code !== 'invalid-argument') return `${reason} ${text}`;
  const unknown = issues.find(({ path }) => path === 'undecodable');
  return unknown?.path ?? issues[0]?.path.split('.')[0] ?? reason;
}

function ask(name: OperationName, input: unknown, who: Actor, { tenantId }: Place): Promise<Reply> {
  return call(name, input, who.authorization(tenantId, elsewhere.tenantId));
}

/** Whether what is wrong is told to a tenant's own people alone. An invitation's form is the same for everybody. */
function judgesTenantFirst(name: OperationName): boolean {
  return name.startsWith('api/') && name !== 'api/acceptInvite' && Object.hasOwn(fields[name], 'tenantId');
}

/** Who is to be told that there is no such thing: staff of their own, somebody with an invitation nothing at all. */
function absentReason(name: OperationName, key: string): string {
  if (name === 'api/acceptInvite') return 'denied';
  return key === 'customerUid' ? 'input' : 'missing';
}

function pairs(wrong: readonly Wrong[], told: readonly string[]): string[] {
  return wrong.map(({ title }, index) => `${title}: ${told[index]}`);
}
