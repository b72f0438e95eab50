import { vi } from 'vitest';
import { loadHandlers, type Outside } from '../handlers.ts';

/** Something that is taken out on purpose, to see that the simulation misses it. */
export type UsageWeakness = 'ledger' | 'event id';

const usage = '../../../../functions/src/usage';

/** The functions' own schedules and what acts write usage with, upon whatever `outside` names. */
export async function loadUsageHandlers(outside: () => Outside, weakness?: UsageWeakness) {
  vi.doUnmock(`${usage}/report/report-steps.ts`);
  vi.doUnmock(`${usage}/record-usage.ts`);
  if (weakness === 'ledger') {
    // As if Stripe's identifiers were enough.
    vi.doMock(`${usage}/report/report-steps.ts`, async (original) => ({
      ...(await original<typeof import('../../../../functions/src/usage/report/report-steps.ts')>()),
      ageOf: () => 'repeatable',
    }));
  }
  const handlers = await loadHandlers(outside);
  const [{ runInTenant }, { recordUsage }] = await Promise.all([
    import('../../../../functions/src/platform/data/transactions.ts'),
    import('../../../../functions/src/usage/record-usage.ts'),
  ]);
  let acts = 0;
  const named: typeof recordUsage = (tx, act) => {
    acts += 1;
    recordUsage(tx, weakness === 'event id' ? { ...act, act: String(acts) } : act);
  };
  return { ...handlers, runInTenant, recordUsage: named };
}

export type UsageHandlers = Awaited<ReturnType<typeof loadUsageHandlers>>;
