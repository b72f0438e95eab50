import { describe, expect, test } from 'vitest';
import { generate, predicateName, withRoles } from '../../scripts/generate-rules-roles.ts';
import { pathsOfRules } from '../support/rules/paths-of-rules.ts';
import { platformSamples } from '../support/rules/documents/platform-samples.ts';
import { rules } from '../support/rules/project.ts';
import { tenantSamples } from '../support/rules/samples.ts';

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
