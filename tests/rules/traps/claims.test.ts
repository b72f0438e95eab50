import { describe, expect, test } from 'vitest';
import { get } from '../../support/rules/verbs.ts';
import { member, person, tenant, tenantId, underOurRules, underWrongRules } from './places.ts';

const path = `${tenant}/products/cup`;
const documents = { [path]: { status: 'draft' }, [`${tenant}/invites/one`]: { email: 'ann@example.com' } };
const rule = (condition: string): string => `match /tenants/{id}/{rest=**} { allow read: if ${condition}; }`;
const wrongly = (name: string, condition: string) => underWrongRules(name, rule(condition), documents);

describe('what a token claims', () => {
  test('is in a map and in a list alike: `in` asks for neither', async () => {
    const listed = person('listed', { tenants: [tenantId] });
    const wrong = await wrongly('listed', 'id in request.auth.token.tenants');
    expect(await get(wrong, member('viewer'), path)).toBe('allow');
    expect(await get(wrong, listed, path)).toBe('allow');
    expect(await get(wrong, person('outside', { tenants: ['another'] }), path)).toBe('deny');

    const ours = await underOurRules('listed', documents);
    expect(await get(ours, listed, path)).toBe('deny');
    expect(await get(ours, person('pairs', { tenants: { [tenantId]: { 0: 'owner', 1: 5 } } }), path)).toBe('deny');
    expect(await get(ours, member('viewer'), path)).toBe('allow');
  });

  test('is compared by letters when it is a string: "9" is at least "10"', async () => {
    const older = person('older', { tenants: { [tenantId]: ['viewer', '9'] } });
    const wrong = await wrongly('letters', "request.auth.token.tenants[id][1] >= '10'");
    expect(await get(wrong, older, path)).toBe('allow');
    expect(await get(wrong, person('oldest', { tenants: { [tenantId]: ['viewer', '1'] } }), path)).toBe('deny');

    const fenced = { fence: { older: 10, newer: 10 } };
    const ours = await underOurRules('letters', documents, fenced);
    expect(await get(ours, older, path)).toBe('deny');
    expect(await get(ours, person('older', { tenants: { [tenantId]: ['viewer', 9] } }), path)).toBe('deny');
    expect(await get(ours, person('newer', { tenants: { [tenantId]: ['viewer', 10] } }), path)).toBe('allow');
    // Were the floor a string by mistake, nobody would stand on it.
    const strings = await underOurRules('letters', documents, { floor: '1' });
    expect(await get(strings, person('older', { tenants: { [tenantId]: ['viewer', '9'] } }), path)).toBe('deny');
  });

  test('proves no address that is not verified', async () => {
    const claimant = person('claimant', { email: 'ann@example.com', email_verified: false });
    const wrong = await wrongly('address', 'resource.data.email == request.auth.token.email');
    expect(await get(wrong, claimant, `${tenant}/invites/one`)).toBe('allow');
    expect(await get(wrong, person('b', { email: 'ben@example.com' }), `${tenant}/invites/one`)).toBe('deny');

    // Ours ask for no address, verified or not: an invitation is read by who manages members.
    const ours = await underOurRules('address', documents);
    expect(await get(ours, claimant, `${tenant}/invites/one`)).toBe('deny');
    const verified = person('verified', { email: 'ann@example.com', email_verified: true });
    expect(await get(ours, verified, `${tenant}/invites/one`)).toBe('deny');
    expect(await get(ours, member('admin'), `${tenant}/invites/one`)).toBe('allow');
  });
});

test('a defined role by the name of a built-in one widens it where both are looked up in one map', async () => {
  const roles = { customer: ['product:read'], packer: ['product:read'] };
  const wrong = await underWrongRules(
    'roles',
    `match /tenants/{id}/products/{product} {
      function access() { return get(/databases/$(database)/documents/tenants/$(id)/system/access).data; }
      function role() { return request.auth.token.tenants[id][0]; }
      function builtIn() { return { 'viewer': ['product:read'], 'customer': ['product:read-published'] }; }
      allow get: if 'product:read' in access().roles.get(role(), builtIn().get(role(), []));
    }`,
    { ...documents, [`${tenant}/system/access`]: { roles } },
  );
  expect(await get(wrong, member('customer'), path)).toBe('allow');
  expect(await get(wrong, member('nothing'), path)).toBe('deny');

  const ours = await underOurRules('roles', documents, { roles });
  expect(await get(ours, member('customer'), path)).toBe('deny');
  expect(await get(ours, member('packer'), path)).toBe('allow');
});
