import { customRoleKeyPattern, isBuiltInRole } from '@tenantry/model/roles';

const longest = 20;

/** Why a key can't be a new role's, as a code that `issueText` has words for; nothing when it can. */
export function keyProblem(key: string, taken: readonly string[]): string | undefined {
  if (!customRoleKeyPattern.test(key)) return 'role-key-form';
  if (isBuiltInRole(key)) return 'built-in-role';
  return taken.includes(key) ? 'role-taken' : undefined;
}

/**
 * A key made of a name that no role has yet: `Bäckerei & Co.` becomes `backerei-co`, and `admin-2` where every business
 * has one. Nothing for no name.
 */
export function keyFrom(name: string, taken: readonly string[]): string {
  if (name.trim() === '') return '';
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '');
  const base = plain.length < 2 ? 'role' : plain;
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `-${number}`;
    const key = base.slice(0, longest - ending.length).replace(/-+$/, '') + ending;
    if (!isBuiltInRole(key) && !taken.includes(key)) return key;
  }
}
