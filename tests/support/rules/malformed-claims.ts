import { presentVersion, tenants } from './tenants.ts';

type Claims = Readonly<Record<string, unknown>>;
type Everywhere = (entry: unknown) => Claims;

const role = 'owner';
const version = presentVersion;

/** Entries for a tenant that are not [role, version]. Each would be an owner's if its shape were overlooked. */
const entries: Readonly<Record<string, unknown>> = {
  null: null,
  true: true,
  'a number': version,
  'the role as a string': role,
  'a string whose letters could be taken for a list': `${role[0]}${version}`,
  'a list written out as a string': JSON.stringify([role, version]),
  'an empty list': [],
  'a list of the role alone': [role],
  'a list of the version alone': [version],
  'a list of three': [role, version, version],
  'a list in a list': [[role, version]],
  'a list the other way round': [version, role],
  'a role in a list': [[role], version],
  'no role': [null, version],
  'a version as a string': [role, String(version)],
  'a version with a fraction': [role, version + 0.5],
  'a version beyond counting': [role, 1e300],
  'a version that is true': [role, true],
  'no version': [role, null],
  'a version in a list': [role, [version]],
  'a version in a map': [role, { version }],
  'an empty map': {},
  'a map with the places of a list as keys': { 0: role, 1: version },
  'a map with names': { role, version },
  ...Object.fromEntries(
    ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', 'length'].map((name) => [
      `a role called ${name}`,
      [name, version],
    ]),
  ),
  'a role with a blank': ['owner ', version],
  'a role in capitals': ['OWNER', version],
  'no name of a role': ['', version],
};

/** Values of `tenants` that are not a map from a tenant to an entry. */
const containers: Readonly<Record<string, unknown>> = {
  null: null,
  true: true,
  'a number': version,
  'a string': tenants.active.id,
  'a list of tenants': Object.values(tenants).map(({ id }) => id),
  'a list of entries': Object.values(tenants).map(() => [role, version]),
  'a map with prototype-like keys': JSON.parse(
    `{"__proto__": ["${role}", ${version}], "constructor": ["${role}", ${version}], "": ["${role}", ${version}]}`,
  ),
  'a map with names of methods': Object.fromEntries(
    ['hasOwnProperty', 'valueOf', 'get', 'size'].map((name) => [name, [role, version]]),
  ),
  'a map with the path of the tenant as key': Object.fromEntries(
    Object.values(tenants).flatMap(({ id }) => [
      [`tenants/${id}`, [role, version]],
      [`tenants.${id}`, [role, version]],
      [`/${id}`, [role, version]],
    ]),
  ),
  'a map with the tenant one level down': {
    tenants: Object.fromEntries(Object.values(tenants).map(({ id }) => [id, [role, version]])),
  },
  'a map of many others': manyOthers(),
  'a map with the tenant in other capitals': Object.fromEntries(
    Object.values(tenants).map(({ id }) => [id.toLowerCase(), [role, version]]),
  ),
};

/** Claims that Firebase never sets for us, by what is wrong with them. */
export const malformedClaims: Readonly<Record<string, (everywhere: Everywhere) => Claims>> = {
  ...Object.fromEntries(
    Object.entries(entries).map(([name, entry]) => [
      `a claim that is ${name}`,
      (everywhere: Everywhere) => everywhere(entry),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(containers).map(([name, value]) => [`claims that are ${name}`, () => ({ tenants: value })]),
  ),
  'claims under paths beside the map of tenants': () => ({
    tenants: {},
    ...Object.fromEntries(Object.values(tenants).map(({ id }) => [`tenants.${id}`, [role, version]])),
  }),
  'claims beside the map of tenants': (everywhere) => ({ ...(everywhere([role, version]).tenants as Claims) }),
};

/** Five times what Firebase lets claims hold; the emulator itself hangs on refusing a token of more than 8 KB. */
export function manyOthers(): Record<string, unknown> {
  return Object.fromEntries(
    Array.from({ length: 180 }, (_, n) => [`other${String(n).padStart(5, '0')}`, [role, version]]),
  );
}
