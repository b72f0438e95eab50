import { actor, type Actor } from '../../support/rules/actors.ts';
import type { Operation } from '../../support/rules/operations.ts';
import type { Verdict } from '../../support/rules/perform.ts';
import { rules } from '../../support/rules/project.ts';
import { accessDocument, presentVersion, tenants } from '../../support/rules/tenants.ts';
import type { Fields } from '../../support/rules/values.ts';
import type { Cell } from '../matrix/cells.ts';

const match = '/tenants/{tenant}/reports/{report}';

/**
 * The rules with a collection more, as a fork would add one that a plan unlocks: nothing of the sample business asks
 * for a feature. On the line of another match, so that all else stays where it is.
 */
export const gatedRules = rules.replace(
  'match /audit/{entry} {',
  `match /reports/{report} { allow get, list: if canReadUsage() && feature('usage-report'); } match /audit/{entry} {`,
);

/** Whether a place in these rules is of that collection, and so none of ours. */
export const isGate = (place: string): boolean => place.startsWith(match);

const unlocked = 'unlocked01';
const locked = 'locked0001';
const claims = (role: string) => ({
  tenants: { [unlocked]: [role, presentVersion], [locked]: [role, presentVersion] },
});
const owner = actor('gated-owner', claims('owner'));
const viewer = actor('gated-viewer', claims('viewer'));

const reportOf = (tenantId: string): string => `tenants/${tenantId}/reports/report`;

function cell(
  name: string,
  who: Actor,
  tenantId: string,
  features: readonly string[],
  expected: Verdict,
  operation: Operation = { kind: 'get', path: reportOf(tenantId) },
): Cell {
  const path = reportOf(tenantId);
  const access: Fields = { ...accessDocument(tenants.active, { fence: {}, support: {} }), features };
  return {
    name,
    row: name,
    actor: who,
    tenant: null,
    kind: 'plain',
    verb: operation.kind === 'get' ? 'get' : 'list',
    matches: [match],
    operation,
    expected,
    given: { [path]: {}, [`tenants/${tenantId}/system/access`]: access },
  };
}

const paid = ['custom-roles', 'usage-report'];

/** What a collection behind a feature takes: the feature and the permission, and not one of them. */
export const gateCells: readonly Cell[] = [
  cell('an owner whose plan has the feature', owner, unlocked, paid, 'allow'),
  cell('an owner whose plan has the feature, who asks for a list', owner, unlocked, paid, 'allow', {
    kind: 'list',
    query: { collection: `tenants/${unlocked}/reports`, named: reportOf(unlocked) },
  }),
  cell('an owner whose plan has another', owner, locked, ['custom-roles'], 'deny'),
  cell('a viewer whose plan has the feature', viewer, unlocked, paid, 'deny'),
];
