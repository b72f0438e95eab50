import { describe, expect, test } from 'vitest';
import { rolesFor } from '../../../../shared/tenant/roles-for.ts';
import { roleWords } from './role-words.ts';
import { previewOf, type WrittenRow, writtenRows } from './rows.ts';

const custom = (name: string, ...permissions: ('product:read' | 'tenant:export')[]) => ({ name, permissions });
const definitions = {
  packer: custom('Packers & Co', 'product:read'),
  'twin-a': custom('Twins', 'product:read'),
  'twin-b': custom('Twins', 'product:read'),
  beyond: custom('Takes all away', 'tenant:export'),
};
const roles = roleWords(rolesFor({ role: 'admin', permissions: [] }, definitions));
const nobody = { members: new Set<string>(), invited: new Set<string>() };
const forAll = { role: 'viewer', message: 'Welcome' };

const row = (values: Partial<WrittenRow>): WrittenRow => ({ email: 'a@x.com', role: '', message: '', ...values });
const preview = (...rows: WrittenRow[]) => previewOf(rows, forAll, roles, nobody);
const faults = (values: Partial<WrittenRow>) => preview(row(values))[0]?.faults;

describe('a row of a list', () => {
  test.each([
    ['', 'viewer'],
    ['member', 'member'],
    [' MEMBER ', 'member'],
    ['Customer', 'customer'],
    ['packer', 'packer'],
    ['packers  & co', 'packer'],
    ['Twin-B', 'twin-b'],
  ])('that says %j as its role gets the role %s', (written, role) => {
    expect(preview(row({ role: written }))).toMatchObject([{ role, faults: [] }]);
  });

  test.each([
    ['boss', 'unknown-role'],
    // Two roles have this name: nobody can know which is meant.
    ['Twins', 'unknown-role'],
    ['support', 'unknown-role'],
    ['owner', 'role-beyond'],
    ['Takes all away', 'role-beyond'],
  ])('that says %j as its role is not sent: %s', (role, fault) => {
    expect(faults({ role })).toEqual([fault]);
  });

  test('goes with its own words, or with those for all', () => {
    expect(preview(row({ message: 'Hello' }), row({ email: 'b@x.com' }))).toMatchObject([
      { message: 'Hello' },
      { message: 'Welcome' },
    ]);
    expect(faults({ message: 'x'.repeat(1_000) })).toEqual([]);
    expect(faults({ message: 'x'.repeat(1_001) })).toEqual(['message-long']);
    expect(faults({ message: 'a\u0007b' })).toEqual(['message-text']);
  });

  test('has all of its faults named at once', () => {
    expect(faults({ email: '', role: 'boss', message: 'x'.repeat(1_001), spilt: true })).toEqual([
      'no-address',
      'unknown-role',
      'message-long',
      'spilt',
    ]);
    expect(faults({ email: 'a@x' })).toEqual(['invalid']);
  });

  test('is ready once, and a faulty one does not stand in the way of a good one with its address', () => {
    const rows = preview(row({ role: 'boss' }), row({}), row({ email: 'A@X.com' }));
    expect(rows.map((each) => each.faults)).toEqual([['unknown-role'], [], ['twice']]);
  });
});

test('a pasted list tells before sending what each row will be', () => {
  const known = { members: new Set(['in@x.com']), invited: new Set(['asked@x.com']) };
  const written = writtenRows('new@x.com, In@x.com, asked@X.com, NEW@x.com, new+a@x.com, oops');
  const rows = previewOf(written, forAll, roles, known);
  expect(rows.map((each) => each.faults)).toEqual([
    [],
    ['already-member'],
    ['already-invited'],
    ['twice'],
    [],
    ['invalid'],
  ]);
});
