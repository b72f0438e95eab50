import { describe, expect, test } from 'vitest';
import { type Permission, permissions } from './permissions.ts';
import {
  builtInRoles,
  can,
  canGrant,
  customRoleKeyPattern,
  isBuiltInRole,
  memberRoles,
  permissionsOf,
  rolesHolding,
  takesSeat,
} from './roles.ts';

describe('built-in roles', () => {
  test('an owner holds everything', () => {
    expect(permissionsOf('owner')).toEqual([...permissions]);
  });

  test('each role holds no more than the one above it', () => {
    const order = ['owner', 'admin', 'member', 'viewer'] as const;
    for (const [index, role] of order.slice(1).entries()) {
      const above = order[index] ?? 'owner';
      expect(permissionsOf(role).every((permission) => can(above, permission))).toBe(true);
    }
  });

  test('a customer sees no people, plan, usage, audit, notes, or product that is not published', () => {
    const hidden: Permission[] = [
      'member:read',
      'tenant:read',
      'usage:read',
      'audit:read',
      'order:read',
      'product:read',
      'billing:read',
      'order:note',
    ];
    expect(hidden.filter((permission) => can('customer', permission))).toEqual([]);
    expect(can('customer', 'product:read-published')).toBe(true);
  });

  test('support reads only, and without its wider scope neither people nor orders', () => {
    const reads = permissions.filter((permission) => /:read(-|$)/.test(permission));
    expect(permissionsOf('support').every((permission) => reads.includes(permission))).toBe(true);
    expect(can('support', 'member:read')).toBe(false);
    expect(can('support', 'order:read')).toBe(false);
    expect(can('support-people', 'order:read')).toBe(true);
  });

  test('every permission has a holder, and every holder is a role', () => {
    for (const permission of permissions) {
      expect(rolesHolding(permission).length).toBeGreaterThan(0);
      expect(rolesHolding(permission).every((role) => builtInRoles.includes(role))).toBe(true);
    }
  });
});

describe('custom roles', () => {
  const roles = {
    packer: ['order:read', 'product:read'],
    owner: ['profile:read'],
    customer: [...permissions],
  } as const;

  test('hold what they are defined with', () => {
    expect(can('packer', 'order:read', roles)).toBe(true);
    expect(can('packer', 'order:manage', roles)).toBe(false);
    expect(can('unknown', 'profile:read', roles)).toBe(false);
  });

  test('named as a built-in role neither widen nor narrow it', () => {
    expect(can('customer', 'member:read', roles)).toBe(false);
    expect(can('owner', 'tenant:delete', roles)).toBe(true);
  });

  test('named as a part of every object hold nothing', () => {
    expect(can('constructor', 'profile:read', {})).toBe(false);
    expect(can('toString', 'profile:read', {})).toBe(false);
  });

  test('keys are short, lower-case and begin with a letter', () => {
    expect(customRoleKeyPattern.test('night-shift')).toBe(true);
    for (const key of ['X', 'a', '1a', 'a'.repeat(21), '__proto__', 'a b'])
      expect(customRoleKeyPattern.test(key)).toBe(false);
  });
});

describe('granting', () => {
  test('nobody grants what they lack', () => {
    for (const granter of memberRoles) {
      for (const role of memberRoles) {
        const all = permissionsOf(role).every((permission) => can(granter, permission));
        expect(canGrant(granter, role)).toBe(all && (role !== 'owner' || granter === 'owner'));
      }
    }
  });

  test('support roles and roles that nobody defined can be granted by nobody', () => {
    expect(canGrant('owner', 'support')).toBe(false);
    expect(canGrant('owner', 'support-people')).toBe(false);
    expect(canGrant('owner', 'packer')).toBe(false);
    expect(canGrant('owner', 'packer', { packer: ['order:read'] })).toBe(true);
    expect(canGrant('viewer', 'packer', { packer: ['order:manage'] })).toBe(false);
  });

  test('customers and support take no seat, everyone else does', () => {
    expect(builtInRoles.filter((role) => !takesSeat(role))).toEqual(['customer', 'support', 'support-people']);
    expect(takesSeat('packer')).toBe(true);
    expect(isBuiltInRole('packer')).toBe(false);
  });
});
