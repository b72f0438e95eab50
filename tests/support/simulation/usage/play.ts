import { addQuantities, type Quantities } from '@tenantry/model/billing/meters';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { Timestamp } from 'firebase-admin/firestore';
import { tenantId, type World } from '../world.ts';
import type { UsageAct } from './acts.ts';
import type { UsageHandlers } from './handlers.ts';

export type UsagePlayed = { readonly done: Quantities; readonly customer: string | undefined };

/** Hours that pass until everything has come to rest: what nobody saw arrive is asked for after a day. */
const hoursToRest = 60;

/** Plays a history of usage, with killed handlers and a Stripe that fails; then runs everything to rest. */
export async function playUsage(
  world: World,
  handlers: UsageHandlers,
  history: readonly UsageAct[],
  killed: number,
  next: () => number,
): Promise<UsagePlayed> {
  const { stripe, sdk, database, interleaver } = world;
  const nowOf = (): Date => new Date(stripe.clock.now() * 1_000);
  const dies = (): number => (next() < killed ? 1 + Math.floor(next() * 16) : Infinity);
  const again: (() => void)[] = [];
  let done: Quantities = {};
  let customer: string | undefined;
  let acts = 0;

  /** Somebody acts, and does so again until they know that it was done. */
  const record = ({ meter, quantity }: Extract<UsageAct, { kind: 'use' }>): void => {
    acts += 1;
    const act = String(acts);
    const at = nowOf();
    done = addQuantities(done, { [meter]: quantity });
    const work = () =>
      handlers.inTenantContext(tenantId, act, async () => {
        await handlers.runInTenant((tx) => Promise.resolve(handlers.recordUsage(tx, { meter, quantity, act, at })));
        // The answer takes its way, too: who does not hear of it acts again.
        await interleaver.gate();
      });
    const attempt = (diesAt: number): void =>
      interleaver.start(work, diesAt, ({ how, ...rest }) => {
        const wasDone = how === 'done' || ('fault' in rest && String(rest.fault).includes('exists'));
        if (!wasDone) again.push(() => attempt(Infinity));
      });
    attempt(dies());
  };
  const run = (name: 'rollUpUsage' | 'reportUsage'): void =>
    interleaver.start(
      () => handlers.schedules[name](nowOf()),
      dies(),
      () => undefined,
    );
  const exchange = async (): Promise<void> => {
    if (customer !== undefined) await sdk.customers.del(customer);
    ({ id: customer } = await sdk.customers.create({ name: 'Simulated' }));
    database.write(paths.stripeCustomer(customer), { tenantId, createdAt: Timestamp.fromMillis(0) });
    database.write(inTenant(tenantId, tenantPaths.billing()), { customerId: customer, fence: 0, overrides: {} });
  };

  if (next() < 0.8) await exchange();
  for (const act of history) {
    if (act.kind === 'use') record(act);
    if (act.kind === 'roll-up') run('rollUpUsage');
    if (act.kind === 'report') run('reportUsage');
    if (act.kind === 'minutes') stripe.clock.advance(act.count * 60);
    // No function lives so long.
    if (act.kind === 'hours') await interleaver.rest();
    if (act.kind === 'hours') stripe.clock.advance(act.count * 3_600);
    if (act.kind === 'exchange-customer') await exchange();
    if (act.kind === 'trouble')
      stripe.faults.fail({
        times: act.times,
        answer: act.answer,
        isDone: act.isDone,
        path: act.path,
      });
    for (let turns = Math.floor(next() * 20); turns > 0; turns -= 1) await interleaver.step();
  }

  killed = 0;
  for (let hour = 0; hour < hoursToRest; hour += 1) {
    for (const attempt of again.splice(0)) attempt();
    await interleaver.rest();
    run('rollUpUsage');
    await interleaver.rest();
    run('reportUsage');
    await interleaver.rest();
    stripe.clock.advance(3_600);
  }
  return { done, customer };
}
