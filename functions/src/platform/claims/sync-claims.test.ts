import { type Claims, type ClaimSource, claimsFor, sameClaims } from '@tenantry/model/claims';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginClaimsChange, refreshClaims } from './change-claims.ts';
import { markLifetimeMilliseconds } from './sweep-claims.ts';
import { type ClaimsStore, readAgeLimitMilliseconds, writerLifetimeMilliseconds } from './sync-claims.ts';

type World = {
  store: ClaimsStore;
  members: Map<string, ClaimSource>;
  projection: Map<string, ClaimSource>;
  marks: Set<string>;
  claims: Claims;
  clock: number;
};

const uid = 'ann';
const tenants = ['aaaaaaaaaa', 'bbbbbbbbbb'];
const entry = (tenantId: string, role: string, version: number): ClaimSource => ({
  tenantId,
  role,
  version,
  lastActiveAt: 0,
});

/** A database and an Authentication in memory. `await turn(label)` stands before every effect, so that writers interleave. */
function newWorld(turn: (label: string) => Promise<unknown>): World {
  const world: World = {
    members: new Map(),
    projection: new Map(),
    marks: new Set(),
    claims: { tenants: {} },
    clock: 1_000_000,
    store: {
      now: () => world.clock,
      putMark: async (_, { id }) => void (await turn('mark'), world.marks.add(id)),
      removeMarks: async (_, ids) => {
        await turn('unmark');
        for (const id of ids) world.marks.delete(id);
      },
      project: async (_, tenantId) => {
        await turn('read member');
        const member = world.members.get(tenantId);
        await turn('project');
        const present = world.projection.get(tenantId);
        if (!member) world.projection.delete(tenantId);
        else if (!present || present.version <= member.version) world.projection.set(tenantId, member);
        return JSON.stringify(member);
      },
      truth: async (_, tenantId) => {
        await turn('truth');
        return JSON.stringify(world.members.get(tenantId));
      },
      readSource: async () => {
        await turn('read source');
        return { claims: claimsFor([...world.projection.values()], false), readAt: world.clock };
      },
      readClaims: async () => {
        await turn('read claims');
        return world.claims;
      },
      writeClaims: async (_, claims) => {
        await turn('write claims');
        world.claims = claims;
      },
      announce: async () => void (await turn('announce')),
    },
  };
  return world;
}

const inStep = (world: World) => sameClaims(world.claims, claimsFor([...world.members.values()], false));

describe('writers of one person', () => {
  const change = fc.record({
    tenantId: fc.constantFrom(...tenants),
    role: fc.constantFrom('member', 'viewer', 'gone'),
    diesAfter: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
  });

  test('in any order of their steps, some of them killed, leave claims in step or a mark for the sweep', async () => {
    let healed = 0;
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(change, { minLength: 2, maxLength: 5 }), async (scheduler, changes) => {
        const world = newWorld((label) => scheduler.schedule(Promise.resolve(), label));
        let version = 1;
        const writers = changes.map(async ({ tenantId, role, diesAfter }) => {
          const writer = await beginClaimsChange(uid, { tenantId, active: false }, mortal(world.store, diesAfter));
          version += 1;
          if (role === 'gone') world.members.delete(tenantId);
          else world.members.set(tenantId, entry(tenantId, role, version));
          await writer.finish();
        });
        const rest = Promise.allSettled(writers);
        await scheduler.waitFor(rest);
        expect(inStep(world) || world.marks.size > 0).toBe(true);

        if (world.marks.size > 0) healed += 1;
        await scheduler.waitFor(refreshClaims(uid, tenants, [...world.marks], world.store));
        expect(inStep(world)).toBe(true);
        expect(world.marks.size).toBe(0);
      }),
      { seed: 20_261_121, numRuns: 400 },
    );
    expect(healed).toBeGreaterThan(50);
  });

  test('who sets a read that is too old reads again first', async () => {
    const world = newWorld(() => Promise.resolve());
    world.members.set('aaaaaaaaaa', entry('aaaaaaaaaa', 'member', 1));
    let reads = 0;
    const readsWhenSet: number[] = [];
    const slow: ClaimsStore = {
      ...world.store,
      readSource: async (person) => {
        reads += 1;
        const source = await world.store.readSource(person);
        if (reads === 1) world.clock += readAgeLimitMilliseconds + 1;
        return source;
      },
      writeClaims: async (person, claims) => {
        readsWhenSet.push(reads);
        await world.store.writeClaims(person, claims);
      },
    };
    await refreshClaims(uid, ['aaaaaaaaaa'], [], slow);
    expect(readsWhenSet).toEqual([2]);
    expect(inStep(world)).toBe(true);
  });

  test('a database that never rests ends in an error, and the mark stays', async () => {
    const world = newWorld(() => Promise.resolve());
    let version = 0;
    const restless: ClaimsStore = {
      ...world.store,
      readSource: async (person) => {
        version += 1;
        world.members.set('aaaaaaaaaa', entry('aaaaaaaaaa', 'member', version));
        return world.store.readSource(person);
      },
    };
    await expect(refreshClaims(uid, ['aaaaaaaaaa'], [], restless)).rejects.toThrow('did not come to rest');
    expect(world.marks.size).toBe(1);
  });
});

describe('a writer whose mark is old', () => {
  const [left = '', kept = ''] = tenants;

  async function memberOfBoth(): Promise<World> {
    const world = newWorld(() => Promise.resolve());
    for (const tenantId of tenants) world.members.set(tenantId, entry(tenantId, 'viewer', 1));
    await refreshClaims(uid, tenants, [], world.store);
    return world;
  }

  test('sets nothing any more: a sweep took its mark, and nobody would put right what it sets', async () => {
    const world = await memberOfBoth();
    const begin = (tenantId: string) => beginClaimsChange(uid, { tenantId, active: false }, world.store);
    let othersFinish = () => Promise.resolve();
    const frozen: ClaimsStore = {
      ...world.store,
      async project(...membership) {
        world.clock += markLifetimeMilliseconds;
        await refreshClaims(uid, [kept], [...world.marks], world.store);
        const [promotion, removal] = [await begin(kept), await begin(left)];
        world.members.set(kept, entry(kept, 'member', 2));
        othersFinish = async () => {
          world.members.delete(left);
          await Promise.all([promotion.finish(), removal.finish()]);
        };
        return world.store.project(...membership);
      },
      async writeClaims(person, claims) {
        await othersFinish();
        await world.store.writeClaims(person, claims);
        throw new Error('killed');
      },
    };
    await expect(refreshClaims(uid, [kept], [], frozen)).rejects.toThrow('too old');
    await othersFinish();
    expect(world.marks.size).toBe(0);
    expect(inStep(world)).toBe(true);
  });

  test.each([
    { age: writerLifetimeMilliseconds, sets: true },
    { age: writerLifetimeMilliseconds + 1, sets: false },
  ])('$age ms after it put it sets claims: $sets', async ({ age, sets }) => {
    const world = await memberOfBoth();
    world.members.set(kept, entry(kept, 'member', 2));
    const putAt = world.clock;
    const slow: ClaimsStore = {
      ...world.store,
      // Old enough for the writer to end, and a read that is young enough to be set.
      async readSource(person) {
        world.clock = putAt + age - readAgeLimitMilliseconds;
        return world.store.readSource(person);
      },
      async readClaims(person) {
        world.clock = putAt + age;
        return world.store.readClaims(person);
      },
    };
    const fault = await refreshClaims(uid, [kept], [], slow).catch(String);
    expect(fault).toEqual(sets ? undefined : expect.stringContaining('too old'));
    expect(inStep(world)).toBe(sets);
    expect(world.marks.size).toBe(sets ? 0 : 1);
  });
});

/** The store of a writer that dies after so many steps. */
function mortal(store: ClaimsStore, diesAfter: number | undefined): ClaimsStore {
  if (diesAfter === undefined) return store;
  let left = diesAfter;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left <= 0) throw new Error('killed');
    left -= 1;
    return work();
  };
  return {
    now: () => store.now(),
    putMark: (person, mark) => step(() => store.putMark(person, mark)),
    removeMarks: (person, ids) => step(() => store.removeMarks(person, ids)),
    project: (person, tenantId, at) => step(() => store.project(person, tenantId, at)),
    truth: (person, tenantId) => step(() => store.truth(person, tenantId)),
    readSource: (person) => step(() => store.readSource(person)),
    readClaims: (person) => step(() => store.readClaims(person)),
    writeClaims: (person, claims) => step(() => store.writeClaims(person, claims)),
    announce: (person) => step(() => store.announce(person)),
  };
}
