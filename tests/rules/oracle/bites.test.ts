import { describe, expect, test } from 'vitest';
import { openProject, rules } from '../../support/rules/project.ts';
import { agree } from './agree.ts';
import { firstDisagreement } from './first-disagreement.ts';

/** Our rules, wrong in one place each. */
const wrong: Readonly<Record<string, readonly [ours: string, instead: string]>> = {
  'no fence': ['&& claim[1] >= access.fence.get(request.auth.uid, 0)', ''],
  'keys that are added go unseen': ['affectedKeys()', 'changedKeys()'],
  'what has no customer is everybody’s': [
    'resource.data.customerUid == request.auth.uid',
    "resource.data.get('customerUid', request.auth.uid) == request.auth.uid",
  ],
  'prices are any number': ['product.unitAmount is int && ', ''],
  'notes belong to all': [
    'allow delete: if canNoteOrder()\n            && isSelf(resource.data.authorUid)',
    'allow delete: if canNoteOrder()',
  ],
};

function spoiled(name: string): string {
  const [ours = '', instead = ''] = wrong[name] ?? [];
  const text = rules.replace(ours, instead);
  if (text === rules) throw new Error(`The rules have no “${ours}” any more.`);
  return text;
}

describe('rules that are wrong in one place', () => {
  test.each(Object.keys(wrong))('are found out within 2,000 operations: %s', async (name) => {
    const project = await openProject('oracle-bites', spoiled(name));
    const found = await firstDisagreement(project, { operations: 2_000, seed: 1 });
    expect(found?.words).toMatch(/^The design says deny, the rules answer allow/);
  });

  test('are shown by an example, which its seed and path bring back', async () => {
    const project = await openProject('oracle-shrinks', spoiled('keys that are added go unseen'));
    const run = { operations: 2_000, seed: 1, shrinking: 5_000 } as const;
    const { message } = await agree(project, run).then(
      () => new Error('They were taken for right.'),
      (error: Error) => error,
    );
    const [, seed, path = ''] = /ORACLE_SEED=(\d+) ORACLE_PATH=([\d:]+)/.exec(message) ?? [];
    // How small it becomes is a matter of the time that there is; that it becomes smaller is not.
    expect(message).toMatch(/made smaller [1-9]/);
    await expect(agree(project, { ...run, seed: Number(seed), path })).rejects.toThrow(/The design says deny/);
    await expect(
      agree(await openProject('oracle-shrinks'), { ...run, seed: Number(seed), path }),
    ).resolves.toBeDefined();
  });
});
