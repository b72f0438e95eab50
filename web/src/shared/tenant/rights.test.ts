import { permissionsOf } from '@tenantry/model/roles';
import { describe, expect, it } from 'vitest';
import type { Standing } from '../access/tenant-access.ts';
import { knownRights } from './rights.ts';
import { roleName } from './role-names.ts';
import { rolesFor } from './roles-for.ts';

const told = (role: string): Standing => ({
  kind: 'member',
  role,
  status: 'active',
  permissions: ['profile:read', 'order:read'],
});
const packers = { name: 'Packers', permissions: ['profile:read'] } as const;
const definitions = { packer: { ...packers, permissions: [...packers.permissions] } };

describe('what a role holds', () => {
  it('is the table’s for a built-in one, whatever the business defined and the server said', () => {
    const stolen = { viewer: { name: 'Viewer', permissions: [...permissionsOf('owner')] } };
    expect(knownRights('viewer', told('viewer'), stolen)).toEqual(permissionsOf('viewer'));
  });

  it('is its definition’s where that can be read, and what the server said otherwise', () => {
    expect(knownRights('packer', told('packer'), definitions)).toEqual(['profile:read']);
    expect(knownRights('packer', told('packer'))).toEqual(['profile:read', 'order:read']);
  });

  it('is unknown while the server has spoken of another role only, or not at all', () => {
    expect(knownRights('packer', told('viewer'))).toBeUndefined();
    expect(knownRights('packer', { kind: 'unknown' })).toBeUndefined();
    // A name of the language's own objects is no definition.
    expect(knownRights('constructor', { kind: 'unknown' }, definitions)).toBeUndefined();
  });
});

describe('roles that a person may give', () => {
  const strong = { name: 'Armed', permissions: [...permissionsOf('admin')] };
  const all = { ...definitions, strong };

  it('are those that hold nothing that the person lacks: built-in ones, then one’s own by name', () => {
    expect(rolesFor({ role: 'owner', permissions: permissionsOf('owner') }, all).given).toEqual([
      'viewer',
      'member',
      'admin',
      'owner',
      'strong',
      'packer',
    ]);
    expect(rolesFor({ role: 'admin', permissions: permissionsOf('admin') }, all).given).not.toContain('owner');
    expect(rolesFor({ role: 'viewer', permissions: permissionsOf('viewer') }, all).given).toEqual(['viewer', 'packer']);
  });

  it('are judged for somebody with a role of the business’s own by what it holds', () => {
    const given = (permissions: readonly ('profile:read' | 'order:read')[]) =>
      rolesFor({ role: 'lead', permissions }, definitions).given;
    expect(given(['profile:read'])).toEqual(['packer']);
    expect(given(['order:read'])).toEqual([]);
  });
});

describe('a role’s name', () => {
  it('is that which the business gave it, and the words of its key where it can’t be read', () => {
    expect(roleName('packer', definitions)).toBe('Packers');
    expect(roleName('night-shift', definitions)).toBe('Night shift');
    expect(roleName('viewer', { viewer: packers as never })).toBe('Viewer');
  });
});
