import { expect, test } from 'vitest';
import { members } from '../support/rules/actors.ts';
import { accessEntries } from '../support/rules/people/everyone.ts';
import { openProject, rules, seed } from '../support/rules/project.ts';
import { accessDocument, tenants } from '../support/rules/tenants.ts';
import { get } from '../support/rules/verbs.ts';

/** The rules with a collection more, as a fork would add one that a plan unlocks. */
const gated = rules.replace(
  'match /audit/{entry} {',
  `match /reports/{report} {
        allow get: if canReadUsage() && hasFeature('usage-report');
      }
      match /audit/{entry} {`,
);

test('a collection behind a feature opens with the feature and the permission, and not with one of them', async () => {
  const project = await openProject('feature-gate', gated);
  const access = accessDocument(tenants.active, accessEntries);
  const { id: unlocked, twin: locked } = tenants.active;
  await seed(project, {
    [`tenants/${unlocked}/system/access`]: { ...access, features: ['custom-roles', 'usage-report'] },
    [`tenants/${locked}/system/access`]: { ...access, features: ['custom-roles'] },
    [`tenants/${unlocked}/reports/report`]: {},
    [`tenants/${locked}/reports/report`]: {},
  });
  expect(await get(project, members.owner, `tenants/${unlocked}/reports/report`)).toBe('allow');
  expect(await get(project, members.owner, `tenants/${locked}/reports/report`)).toBe('deny');
  expect(await get(project, members.viewer, `tenants/${unlocked}/reports/report`)).toBe('deny');
});
