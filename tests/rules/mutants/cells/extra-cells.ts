import { actor, customs, members, type Actor } from '../../../support/rules/actors.ts';
import { platformSamples, type PlatformSample } from '../../../support/rules/documents/platform-samples.ts';
import { platformActors, self } from '../../../support/rules/people/platform-actors.ts';
import type { Operation } from '../../../support/rules/operations.ts';
import { tenantSamples, type Sample } from '../../../support/rules/samples.ts';
import { tenants, type TenantKey } from '../../../support/rules/tenants.ts';
import type { Fields } from '../../../support/rules/values.ts';
import type { Verb } from '../../../support/rules/verbs.ts';
import type { Cell } from '../../matrix/cells.ts';
import { foreignFields } from './foreign-fields.ts';
import { firstVersions } from './odd-access.ts';

/**
 * What the matrix does not ask: documents below those that the rules name and under other names, where nothing lies and
 * whoever has every right next door is refused; what newcomers write; the first versions of a claim; fields of other documents.
 */
export function extraCells(): readonly Cell[] {
  return [...inTenant, ...outsideTenants, ...newcomers, ...firstVersions, ...foreignFields, ownNotes];
}

const fields: Fields = { at: new Date('2026-01-02T03:04:05Z'), status: 'published' };

function cell(row: string, who: Actor, tenant: TenantKey | null, verb: Verb, path: string, operation: Operation): Cell {
  return {
    name: `${row}: ${verb} ${path}`,
    row,
    actor: who,
    tenant,
    kind: 'plain',
    verb,
    matches: ['/{path=**}'],
    operation,
    expected: 'deny',
    given: verb === 'create' ? {} : { [path]: fields },
  };
}

const collectionOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/** Read one by one, and by the query that tells the rules as much. */
function readings(row: string, who: Actor, tenant: TenantKey | null, path: string): readonly Cell[] {
  const query = { collection: collectionOf(path), named: path };
  return [
    cell(row, who, tenant, 'get', path, { kind: 'get', path }),
    cell(row, who, tenant, 'list', path, { kind: 'list', query }),
  ];
}

/** Below a document, and beside it: each name that its `match` writes out, exchanged for another. */
function neighboursOf(path: string, match: string): readonly string[] {
  const names = path.split('/');
  const written = match.split('/').slice(1);
  const renamed = names.flatMap((_, index) =>
    written[index]?.startsWith('{') ? [] : [names.map((name, at) => (at === index ? 'elsewhere' : name)).join('/')],
  );
  return [`${path}/below/document`, ...renamed];
}

const place = { tenantId: tenants.active.id, uid: members.owner.uid };

const inTenant = unique(
  Object.values<Sample>(tenantSamples)
    .flatMap(({ match, path }) => (match === null ? [] : neighboursOf(path(place), match)))
    .flatMap((path) => readings('the owner, beyond the matrix,', members.owner, 'active', path)),
);

const outsideTenants = unique(
  Object.values<PlatformSample>(platformSamples)
    .filter(({ match }) => match !== '/{path=**}')
    .flatMap(({ match, path }) => neighboursOf(path(self), match))
    .flatMap((path) => [
      ...readings('oneself, beyond the matrix,', platformActors.self, null, path),
      ...readings('an operator, beyond the matrix,', platformActors.operator, null, path),
    ]),
);

/** What is not there yet: somebody who has just signed up says nothing about themselves. */
const newcomer = actor('newcomer', {});
const newcomers = [
  'users/newcomer',
  'users/newcomer/memberships/tenantActv',
  'users/newcomer/system/claims',
  'operators/newcomer',
].map((path) =>
  cell('a newcomer', newcomer, null, 'create', path, { kind: 'commit', writes: [{ kind: 'create', path, fields }] }),
);

/** Whoever writes notes and reads none does not find their own either. */
const writer = customs['order:note'];
const notes = `tenants/${tenants.active.id}/orders/noted/notes`;
const ownNotes: Cell = {
  ...cell('a role with order:note alone', writer, 'active', 'list', `${notes}/mine`, {
    kind: 'list',
    query: { collection: notes, where: [['authorUid', 'EQUAL', writer.uid]] },
  }),
  given: { [`${notes}/mine`]: { text: 'Call.', authorUid: writer.uid } },
};

function unique(cells: readonly Cell[]): readonly Cell[] {
  return [...new Map(cells.map((each) => [each.name, each])).values()];
}
