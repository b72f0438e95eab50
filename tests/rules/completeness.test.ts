import { describe, expect, test } from 'vitest';
import { paths, tenantPaths } from '@tenantry/model/paths';
import { generate, predicateName, withRoles } from '../../scripts/generate-rules-roles.ts';
import { pathsOfRules } from '../support/rules/paths-of-rules.ts';
import { platformSamples } from '../support/rules/documents/platform-samples.ts';
import { rules } from '../support/rules/project.ts';
import { tenantSamples } from '../support/rules/samples.ts';

const lastWord = '/{path=**}';

type Build = (...ids: string[]) => string;
const built = (build: Build): string => build('any', 'any');

/** Whether a document, or a collection of documents, lies on the path of a `match`. */
function isMatched(match: string, path: string): boolean {
  const wanted = match.split('/');
  const given = path.replace(/\/$/, '').split('/');
  const whole = given.length % 2 === 1 ? given : [...given, 'any'];
  return wanted.length === whole.length && wanted.every((part, index) => part.startsWith('{') || part === whole[index]);
}

describe('the rules and the tables', () => {
  test('name the same paths', () => {
    const sampled = [...Object.values(tenantSamples), ...Object.values(platformSamples)].map(
      ({ match }) => match ?? lastWord,
    );
    expect([...new Set(pathsOfRules(rules))].sort()).toEqual([...new Set(sampled)].sort());
  });

  test.each([
    ...Object.entries(paths).map(([name, build]) => ({ name, path: `/${built(build)}` })),
    ...Object.entries(tenantPaths).map(([name, build]) => ({ name, path: `/tenants/any/${built(build)}` })),
  ])("know the model's path $name", ({ path }) => {
    const named = pathsOfRules(rules).filter((match) => match !== lastWord);
    expect(named.filter((match) => isMatched(match, path))).not.toEqual([]);
  });

  test('name each path once', () => {
    const paths = pathsOfRules(rules);
    expect(paths).toHaveLength(new Set(paths).size);
  });

  test('have one recursive wildcard, the last word, which denies and stands before whatever opens', () => {
    const paths = pathsOfRules(rules);
    expect(paths.filter((path) => path.includes('=**'))).toEqual([lastWord]);
    expect(paths[0]).toBe(lastWord);
    expect(rules).toMatch(/\/documents \{\s*(\/\/.*\s*)*match \/\{path=\*\*\} \{\s*allow read, write: if false;\s*\}/);
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
