import { checkChain, readHead } from '../../audit/read-chain.ts';
import { auditKey } from '../../platform/environment.ts';
import type { BusinessCheck } from '../check.ts';
import { auditHeadShape } from '../record-shapes.ts';
import { isWellShaped } from '../shape.ts';

/** Invariant 10: the log is as it was written. Needs the key that it was written with. */
export const audit: BusinessCheck = {
  looksAt: 'entries of the log',
  hindrance: () =>
    auditKey.value() === '' ? 'AUDIT_KEY is not set: it is the key that the log was written with.' : undefined,
  async look({ tenantId }, found) {
    if (!isWellShaped('system/auditHead', await readHead(), auditHeadShape, found)) return;
    const { entries, firstBad } = await checkChain();
    found.lookAt(entries);
    if (firstBad === undefined) return;
    found.add({
      about: `the log from entry ${firstBad} on`,
      is: 'changed, removed, reordered or cut off',
      shouldBe: 'as it was written',
      remedy: `Restore it from a backup, and find out who did it: npm run audit:verify -- --tenant ${tenantId}`,
    });
  },
};
