import { describe, expect, test } from 'vitest';
import { mutantsOf, type Mutant } from '../mutants.ts';
import type { Equivalent } from './equivalents.ts';
import type { Judge } from './judgement.ts';
import { runMutants, type Run } from './run.ts';
import { summary } from './summary.ts';

const mutants = mutantsOf(
  `service s { match /a { allow get: if request.auth.uid == 'x' && request.time > 1; } function idle() { return true; } }`,
);
const kill: Judge = () => Promise.resolve({ verdict: 'killed', by: 'a test' });
const spare: Judge = () => Promise.resolve({ verdict: 'survived', asked: 3 });
const asked = mutants.filter(({ reach }) => reach.length > 0);

function run(changes: Partial<Run>) {
  return runMutants({ mutants: asked, judges: [kill], equivalents: [], whole: true, tell: () => {}, ...changes });
}

const equivalentTo = (mutant: Mutant | undefined): Equivalent => {
  if (mutant === undefined) throw new Error('There is no such mutant.');
  return { operator: mutant.operator, place: mutant.place, change: mutant.change, reason: 'Because.' };
};

describe('a run', () => {
  test('counts what is killed, by operator and in all', async () => {
    const outcome = await run({});
    expect(outcome).toMatchObject({
      total: asked.length,
      killed: asked.length,
      survived: 0,
      equivalent: 0,
      invalid: 0,
    });
    expect(outcome.byOperator['drop-conjunct']).toEqual({ total: 2, killed: 2, survived: 0, equivalent: 0 });
    expect(outcome.complaints).toEqual([]);
    expect(summary(outcome)).toMatch(/drop-conjunct +2 +2 +0 +0/);
  });

  test('says at once what survives', async () => {
    const told: string[] = [];
    const outcome = await run({ judges: [spare], tell: (line) => told.push(line) });
    expect(outcome).toMatchObject({ killed: 0, survived: asked.length });
    expect(told.filter((line) => line.startsWith('SURVIVED'))).toHaveLength(asked.length);
    expect(outcome.complaints[0]).toContain('(3 requests)');
  });

  test('calls what no allow comes to ask a survivor, without asking the judge', async () => {
    const idle = mutants.filter(({ reach }) => reach.length === 0);
    const outcome = await run({ mutants: idle });
    expect(outcome).toMatchObject({ total: 1, survived: 1 });
    expect(outcome.complaints[0]).toContain('no allow comes to ask it');
  });

  test('takes a survivor that is listed as equivalent for one, and complains of one that was killed', async () => {
    const equivalents = [equivalentTo(asked[0])];
    expect(await run({ judges: [spare], equivalents })).toMatchObject({ equivalent: 1, survived: asked.length - 1 });
    const killed = await run({ equivalents });
    expect(killed.complaints).toEqual([expect.stringMatching(/^NOT EQUAL .*\n +killed by a test$/)]);
    expect(killed).toMatchObject({ killed: asked.length, equivalent: 0 });
  });

  test('complains of an entry of that list that is no mutant, unless only some are run', async () => {
    const equivalents = [{ ...equivalentTo(asked[0]), place: 'nowhere' }];
    expect((await run({ equivalents })).complaints).toEqual([expect.stringContaining('STALE')]);
    expect((await run({ equivalents, whole: false })).complaints).toEqual([]);
    const twice = [equivalentTo(asked[0]), equivalentTo(asked[0])];
    expect((await run({ judges: [spare], equivalents: twice })).complaints).toContainEqual(
      expect.stringContaining('STALE'),
    );
  });

  test('leaves out of every count what does not compile, and complains of it', async () => {
    const outcome = await run({ judges: [() => Promise.resolve({ verdict: 'invalid', why: 'Line 1.' })] });
    expect(outcome).toMatchObject({ total: 0, killed: 0, invalid: asked.length });
    expect(outcome.complaints).toHaveLength(asked.length);
    expect(outcome.complaints[0]).toContain('Line 1.');
  });

  test('gives each judge one mutant at a time, and every mutant to one judge', async () => {
    const seen: Mutant[] = [];
    let most = 0;
    let under = 0;
    const judge = (): Judge => {
      let busy = false;
      return async (mutant) => {
        expect(busy).toBe(false);
        busy = true;
        most = Math.max(most, (under += 1));
        seen.push(mutant);
        await new Promise((resolve) => setTimeout(resolve, 1));
        busy = false;
        under -= 1;
        return { verdict: 'killed', by: 'a test' };
      };
    };
    await run({ judges: [judge(), judge(), judge()] });
    expect(most).toBe(3);
    expect(seen).toEqual(asked);
  });

  test('fails when a judge does', async () => {
    await expect(run({ judges: [() => Promise.reject(new Error('No emulator.'))] })).rejects.toThrow('No emulator.');
  });
});
