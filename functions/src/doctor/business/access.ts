import { fenceLimit } from '@tenantry/model/access';
import { statusOf } from '@tenantry/model/tenant-status';
import { tenantDocuments } from '../../platform/data/documents.ts';
import { tenantDocument } from '@tenantry/model/documents/tenants';
import { readTenant } from '../../platform/data/transactions.ts';
import type { BusinessCheck } from '../check.ts';
import { accessShape } from '../record-shapes.ts';
import { ifWhole, isWellShaped } from '../shape.ts';

const byHold = 'Move any hold in the console and back: the status is computed from all of them.';
const byHand = 'No operation leaves this behind: find out who wrote it, then correct it by hand.';

/** What every request is judged by is sound in itself, and what people see of it says the same. */
export const access: BusinessCheck = {
  looksAt: 'access documents',
  async look(_, found) {
    const [present, tenant] = await readTenant((tx) =>
      Promise.all([tx.get(tenantDocuments.access()), tx.get(tenantDocuments.tenant())]),
    );
    found.lookAt();
    if (!present || !tenant) {
      const absent = { is: 'absent', shouldBe: 'there', remedy: 'Restore it from a backup.' };
      found.add({ about: present ? 'the document tenant' : 'system/access', ...absent });
      return;
    }
    if (!isWellShaped('system/access', present, accessShape, found)) return;
    const { status, holds, seq, fence, floor, roles, supportUntil } = present;
    found.expect('status of system/access', status, statusOf(holds), byHold);
    if (floor > seq)
      found.add({ about: 'floor of system/access', is: `${floor}`, shouldBe: `at most ${seq}`, remedy: byHand });
    const beyond = Object.entries(fence).filter(([, version]) => version > seq);
    for (const [uid, version] of beyond)
      found.add({ about: `fence of ${uid}`, is: `${version}`, shouldBe: `at most ${seq}, its seq`, remedy: byHand });
    const entries = Object.keys(fence).length;
    if (entries > fenceLimit)
      found.add({ about: 'fence', is: `${entries} entries`, shouldBe: `at most ${fenceLimit}`, remedy: byHand });

    if (!ifWhole(tenant, tenantDocument)) return;
    const shown = Object.entries(tenant.roles ?? {}).map(([key, { permissions }]) => [key, permissions] as const);
    found.expect('roles that are shown', sorted(shown), sorted(Object.entries(roles)), 'Save the role once more.');
    const until = tenant.supportDoor?.until.toMillis() ?? 0;
    found.expect(
      'end of support that is shown',
      until,
      supportUntil.toMillis(),
      'Close the door to support in the settings of the business.',
    );
  },
};

function sorted(roles: readonly (readonly [key: string, permissions: readonly string[]])[]) {
  return Object.fromEntries(roles.map(([key, permissions]) => [key, permissions.toSorted()]));
}
