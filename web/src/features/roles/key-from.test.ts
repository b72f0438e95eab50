import { customRoleKeyPattern } from '@tenantry/model/roles';
import { describe, expect, it } from 'vitest';
import { keyFrom, keyProblem } from './key-from.ts';

describe('a key made of a name', () => {
  it.each([
    ['Packers', 'packers'],
    ['Bäckerei & Co.', 'backerei-co'],
    ['2nd shift', 'nd-shift'],
    ['倉庫', 'role'],
    ['Q', 'role'],
    ['Everybody who helps on Saturdays', 'everybody-who-helps'],
  ])('is %j to %j', (name, key) => {
    expect(keyFrom(name, [])).toBe(key);
    expect(customRoleKeyPattern.test(key)).toBe(true);
  });

  it('is nobody else’s: neither a built-in role’s nor that of one that is there', () => {
    expect(keyFrom('Admin', [])).toBe('admin-2');
    expect(keyFrom('Packers', ['packers', 'packers-2'])).toBe('packers-3');
    expect(keyFrom('Everybody-who-helps2', ['everybody-who-helps2'])).toBe('everybody-who-help-2');
  });

  it('is none without a name', () => {
    expect(keyFrom('  ', [])).toBe('');
  });
});

describe('a key', () => {
  it.each([
    ['packers', undefined],
    ['Packers', 'role-key-form'],
    ['1st', 'role-key-form'],
    ['p', 'role-key-form'],
    ['support-people', 'built-in-role'],
    ['there', 'role-taken'],
  ])('%j is judged as the operation judges it: %j', (key, problem) => {
    expect(keyProblem(key, ['there'])).toBe(problem);
  });
});
