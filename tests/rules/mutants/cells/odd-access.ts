import { actor } from '../../../support/rules/actors.ts';
import type { Verdict } from '../../../support/rules/perform.ts';
import { accessDocument, tenants } from '../../../support/rules/tenants.ts';
import type { Cell } from '../../matrix/cells.ts';

/** An owner of a tenant in which nobody was ever removed: no fence stands before anybody. */
function cell(name: string, tenantId: string, floor: number, version: number, expected: Verdict): Cell {
  const path = `tenants/${tenantId}/members/somebody`;
  const access = { ...accessDocument(tenants.active, { fence: {}, support: {} }), seq: 0, floor };
  return {
    name,
    row: name,
    actor: actor(`owner-${version}`, { tenants: { [tenantId]: ['owner', version] } }),
    tenant: null,
    kind: 'plain',
    verb: 'get',
    matches: ['/tenants/{tenant}/members/{uid}'],
    operation: { kind: 'get', path },
    expected,
    given: { [path]: { uid: 'somebody' }, [`tenants/${tenantId}/system/access`]: access },
  };
}

/** Where versions begin: the first one stands, and none is below it, whatever the floor. */
export const firstVersions: readonly Cell[] = [
  cell('the first version, and no floor above it', 'floorZero1', 0, 0, 'allow'),
  cell('the first version, and a floor far below it', 'floorBelow', -5, 0, 'allow'),
  cell('a version below the first, and a floor far below it', 'floorBelow', -5, -1, 'deny'),
];
