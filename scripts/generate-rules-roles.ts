import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { permissions, type Permission } from '@tenantry/model/permissions';
import { builtInRoles, rolesHolding, isMemberRole } from '@tenantry/model/roles';

const rulesPath = 'firestore.rules';
const opening = '// <roles>';
const closing = '// </roles>';

/** What the rules use a permission for. Support reads and never writes; a server's permission has no predicate. */
type Use = 'read' | 'write' | 'server';

const useInRules = {
  'profile:read': 'read',
  'tenant:read': 'read',
  'tenant:update': 'server',
  'tenant:export': 'server',
  'tenant:delete': 'server',
  'support:grant': 'server',
  'owner:manage': 'server',
  'member:read': 'read',
  'member:manage': 'read',
  'role:manage': 'server',
  'billing:read': 'read',
  'billing:manage': 'server',
  'product:read': 'read',
  'product:read-published': 'read',
  'product:write': 'write',
  'order:read': 'read',
  'order:read-own': 'read',
  'order:place': 'server',
  'order:manage': 'server',
  'order:cancel-own': 'server',
  'order:note': 'write',
  'usage:read': 'read',
  'audit:read': 'read',
} as const satisfies Record<Permission, Use>;

/**
 * Writes the lists of roles that hold a permission into `firestore.rules`, between its markers.
 * Returns the paths that changed, or with `check`, which writes nothing, those that are stale.
 */
export async function generate(check: boolean): Promise<string[]> {
  const file = fileURLToPath(new URL(`../${rulesPath}`, import.meta.url));
  const present = await readFile(file, 'utf8');
  const fresh = withRoles(present);
  if (fresh === present) return [];
  if (!check) await writeFile(file, fresh);
  return [rulesPath];
}

/** The rules with the present lists between the markers. Throws when a marker is missing. */
export function withRoles(rules: string): string {
  const lines = rules.split('\n');
  const from = lines.findIndex((line) => line.trim().startsWith(opening));
  const to = lines.findIndex((line) => line.trim() === closing);
  if (from < 0 || to < from) throw new Error(`${rulesPath} has lost its markers ${opening} … ${closing}.`);
  const indent = ' '.repeat((lines[to] ?? '').indexOf(closing));
  const block = predicates().map((line) => (line === '' ? '' : indent + line));
  return [...lines.slice(0, from + 1), ...block, ...lines.slice(to)].join('\n');
}

/** `product:read-published` becomes `canReadPublishedProduct`. */
export function predicateName(permission: Permission): string {
  const [thing = '', act = ''] = permission.split(':');
  return `can${[...act.split('-'), thing].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}

function predicates(): string[] {
  const functions = permissions.flatMap((permission) => {
    const use = useInRules[permission];
    return use === 'server' ? [] : [predicate(permission, use)];
  });
  return [...functions, ['function builtInRoles() {', `  return ${list(builtInRoles)};`, '}']]
    .flatMap((lines) => [...lines, ''])
    .slice(0, -1);
}

function predicate(permission: Permission, use: Exclude<Use, 'server'>): string[] {
  const holders = rolesHolding(permission);
  // Support comes by the door alone, and only to read: a claim that names one of its roles is nobody's.
  const members = list(holders.filter(isMemberRole));
  const scopes = list(holders.filter((role) => !isMemberRole(role)));
  return [
    `function ${predicateName(permission)}() {`,
    use === 'read'
      ? `  return mayRead('${permission}', ${members}, ${scopes});`
      : `  return mayWrite('${permission}', ${members});`,
    '}',
  ];
}

function list(values: readonly string[]): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}]`;
}
