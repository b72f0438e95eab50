import { describe, expect, test } from 'vitest';
import { generate, predicateName, withRoles } from '../../scripts/generate-rules-roles.ts';
import { members, support, outsiders, type Actor } from '../support/rules/actors.ts';
import { pathsOfRules } from '../support/rules/paths-of-rules.ts';
import { platformSamples } from '../support/rules/platform-samples.ts';
import { rules } from '../support/rules/project.ts';
import { tenantSamples } from '../support/rules/samples.ts';
import { list } from '../support/rules/verbs.ts';
import { openWorld } from '../support/rules/world.ts';

/** The names of all collections. */
const groups = new Set(
  [
    ...Object.values(tenantSamples).map(({ path }) => path({ tenantId: 'any', uid: 'any' })),
    ...Object.values(platformSamples).map(({ path }) => path('any')),
  ].map((path) => path.split('/').at(-2) ?? ''),
);

const lastWord = '/{path=**}';

describe('the rules and the tables', () => {
  test('name the same paths', () => {
    const sampled = [...Object.values(tenantSamples), ...Object.values(platformSamples)].map(
      ({ match }) => match ?? lastWord,
    );
    expect([...new Set(pathsOfRules(rules))].sort()).toEqual([...new Set(sampled)].sort());
  });

  test('name each path once', () => {
    const paths = pathsOfRules(rules);
    expect(paths).toHaveLength(new Set(paths).size);
  });

  test('have one recursive wildcard, the last word, and it denies', () => {
    const paths = pathsOfRules(rules);
    expect(paths.filter((path) => path.includes('=**'))).toEqual([lastWord]);
    expect(paths.at(-1)).toBe(lastWord);
    expect(rules).toMatch(/match \/\{path=\*\*\} \{\s*allow read, write: if false;\s*\}\s*\}\s*\}\s*$/);
  });

  test('never name the database: a tenant can move to one of its own', () => {
    expect(rules).not.toMatch(/\(default\)/);
  });
});

describe('the lists of roles', () => {
  test('are those of the model', async () => {
    expect(await generate(true)).toEqual([]);
  });

  test('are called stale when a role has been taken out of one', () => {
    const tampered = rules.replace(
      "'owner', 'admin', 'member', 'viewer', 'customer'",
      "'owner', 'admin', 'member', 'viewer'",
    );
    expect(tampered).not.toBe(rules);
    expect(withRoles(tampered)).toBe(rules);
  });

  test('have names that say what they allow', () => {
    expect(predicateName('product:read-published')).toBe('canReadPublishedProduct');
    expect(predicateName('order:note')).toBe('canNoteOrder');
  });
});

describe('a query over every collection of a name', () => {
  const people: Readonly<Record<string, Actor>> = {
    'an owner': members.owner,
    'a customer': members.customer,
    support,
    'an operator': outsiders['an operator who did not walk in'] ?? support,
    'somebody anonymous': { uid: 'anonymous', token: undefined, claims: undefined },
  };

  test('is refused to everybody, whatever the name', async () => {
    const project = await openWorld('groups', [members.owner]);
    for (const [who, { token }] of Object.entries(people)) {
      for (const group of groups) {
        expect(`${who}, ${group}: ${await list(project, { token }, { collection: group, everywhere: true })}`).toBe(
          `${who}, ${group}: deny`,
        );
      }
    }
    expect(await list(project, { token: 'owner' }, { collection: 'products', everywhere: true })).toBe('allow');
  });
});
