import { describe, expect, test } from 'vitest';
import { actor } from '../../support/rules/actors.ts';
import { openProject, lookUp } from '../../support/rules/project.ts';
import { create } from '../../support/rules/verbs.ts';
import { judgeRows } from './judge-rows.ts';
import { platformCells } from './platform-cells.ts';

describe('outside the tenants', () => {
  judgeRows('matrix-platform', platformCells());
});

test('a newcomer writes nothing about themselves, though nothing is there yet', async () => {
  const project = await openProject('newcomer');
  const newcomer = actor('newcomer', {});
  expect(await create(project, newcomer, 'users/newcomer', { displayName: 'New' })).toBe('deny');
  expect(await create(project, newcomer, 'operators/newcomer', {})).toBe('deny');
  expect(await lookUp(project, ['users/newcomer', 'operators/newcomer'])).toEqual({});
});
