import {
  type OperatorOperation,
  operatorOperations,
  type OperatorOutput,
  type OperatorParsed,
} from '@tenantry/model/operations/operator';
import { requireLiveSignIn } from '../platform/operations/caller.ts';
import { parseInput } from '../platform/operations/parse-input.ts';
import { countCall } from '../platform/operations/rate-limit.ts';
import type { Request } from '../platform/operations/run-operation.ts';
import { inPlatformContext } from '../platform/tenant-context.ts';
import { runInControlPlane } from '../platform/data/transactions.ts';
import type { Operation } from './operator-operation.ts';
import { requireOperatorClaim, requireRegistered } from './require-operator.ts';

/** Runs one operation for one operator: standing, input, rate, and then the act. Throws a `Refusal` for whatever is told. */
export function runOperatorOperation<Name extends OperatorOperation>(
  name: Name,
  operation: Operation<Name>,
  { caller, input, requestId, now }: Request,
): Promise<OperatorOutput<Name>> {
  return inPlatformContext(requestId, async () => {
    requireOperatorClaim(caller);
    await runInControlPlane((control) => requireRegistered(control, caller));
    await requireLiveSignIn(caller);
    const parsed = parseInput(operatorOperations[name].input, input) as OperatorParsed<Name>;
    await countCall(`operator|${caller.uid}`);
    return operation.run({ caller, input: parsed, requestId, now });
  });
}
