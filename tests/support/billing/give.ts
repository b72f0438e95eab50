import type { Overrides } from '@tenantry/model/billing/overrides';
import { writeOverride } from '../../../functions/src/operators/billing/write-override.ts';

/** Gives a business something beside what it pays for, as an operator's script does. */
export const give = (tenantId: string, given: Partial<Overrides>) =>
  writeOverride({
    tenantId,
    requestId: 'test',
    actor: 'script:test',
    now: new Date(),
    told: {},
    change: (before) => ({ ...before, ...given }),
  });
