import { openProject, rules, seed, type Project } from '../../support/rules/project.ts';
import { unsignedToken } from '../../support/rules/rest.ts';
import type { Fields } from '../../support/rules/values.ts';

/** A person as these tests need one: nothing but a token. */
export type Person = { readonly uid: string; readonly token: string };

export const person = (uid: string, claims: Readonly<Record<string, unknown>> = {}): Person => ({
  uid,
  token: unsignedToken(uid, claims),
});

export const tenantId = 'tenantTrap';
export const tenant = `tenants/${tenantId}`;
const version = 5;

/** Somebody of our tenant, with a role of theirs and whatever the token says besides. */
export const member = (role: unknown, claims: Readonly<Record<string, unknown>> = {}): Person =>
  person(`the-${String(role)}`, { tenants: { [tenantId]: [role, version] }, ...claims });

export const access: Fields = {
  status: 'active',
  holds: { operator: 'active', billing: 'active', deletion: 'active' },
  seq: version,
  fence: {},
  floor: 0,
  roles: {},
  supportUntil: new Date(0),
  supportScope: 'support',
  support: {},
  features: [],
};

export const moment = new Date('2026-01-02T03:04:05.000Z');

export const product: Fields = {
  sku: 'SKU-1',
  name: 'A cup',
  description: '',
  unitAmount: 1_200,
  stock: 7,
  status: 'published',
  createdAt: moment,
  createdBy: 'somebody',
  updatedAt: moment,
  updatedBy: 'somebody',
};

type Documents = Readonly<Record<string, Fields>>;

/** A project with one tenant, under our rules. */
export async function underOurRules(name: string, documents: Documents, changes: Fields = {}): Promise<Project> {
  return under(rules, name, { [`${tenant}/system/access`]: { ...access, ...changes }, ...documents });
}

/** A project under a few lines that are wrong. */
export async function underWrongRules(name: string, matches: string, documents: Documents): Promise<Project> {
  const text = `rules_version = '2';
    service cloud.firestore { match /databases/{database}/documents { ${matches} } }`;
  return under(text, `${name}-wrong`, documents);
}

async function under(text: string, name: string, documents: Documents): Promise<Project> {
  const project = await openProject(`trap-${name}`, text);
  await seed(project, documents);
  return project;
}
