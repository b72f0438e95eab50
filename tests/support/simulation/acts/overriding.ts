import type { Act } from './acts.ts';
import type { Given } from '../expected.ts';
import type { Handlers } from '../handlers.ts';
import { tenantId } from '../world.ts';

/** What operators have given after an act. `now` in milliseconds. */
export function withOverride(given: Given, act: Act, now: number): Given {
  const until = 'days' in act && act.days !== null ? now + act.days * 86_400_000 : null;
  if (act.kind === 'override-plan') {
    const { plan: _plan, ...others } = given;
    return act.plan === null ? others : { ...others, plan: { value: act.plan, until } };
  }
  if (act.kind === 'override-feature') {
    const { features: _features, ...others } = given;
    return act.value === null ? others : { ...others, features: { 'custom-roles': { value: act.value, until } } };
  }
  return given;
}

/** What an operator's operation does, the last wish for all. */
export function override(handlers: Handlers, wished: () => Given, now: Date): Promise<unknown> {
  type Change = Parameters<Handlers['writeOverride']>[0]['change'];
  const change: Change = () => wished() as ReturnType<Change>;
  return handlers.inPlatformContext('override', () =>
    handlers.writeOverride({ tenantId, requestId: 'override', actor: 'operator', now, told: {}, change }),
  );
}
