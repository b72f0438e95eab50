import type { ApiInput, ApiOperation, ApiOutput } from '@tenantry/model/operations/api';
import type { OperatorInput, OperatorOperation, OperatorOutput } from '@tenantry/model/operations/operator';
import { recoverAccess } from '../access/tenant-access.ts';
import { isRefusal } from './operation-error.ts';
import { request } from './request.ts';

/** These judge the person without a claim, so a refusal of theirs is final. */
const needNoClaim: ReadonlySet<ApiOperation> = new Set<ApiOperation>(['activateTenant', 'acceptInvite']);

/**
 * Calls an operation: the one way to the functions. Throws `OperationError`.
 * A refusal may only mean that the claim for this business was let out of the token: then it is asked for, and
 * the call is made once more.
 */
export async function call<Name extends ApiOperation>(
  operation: Name,
  input: ApiInput<Name>,
): Promise<ApiOutput<Name>> {
  const once = async () => (await request('api', operation, input)) as ApiOutput<Name>;
  try {
    return await once();
  } catch (error) {
    // The business was held back meanwhile: the page learns it, and says so.
    if (isRefusal(error, 'state') && 'tenantId' in input) void recoverAccess(input.tenantId);
    if (!isRefusal(error, 'denied') || !('tenantId' in input) || needNoClaim.has(operation)) throw error;
    const standing = await recoverAccess(input.tenantId);
    if (standing.kind !== 'member') throw error;
    return once();
  }
}

/** Calls one of the operators' operations. Throws `OperationError`. */
export async function callOperator<Name extends OperatorOperation>(
  operation: Name,
  input: OperatorInput<Name>,
): Promise<OperatorOutput<Name>> {
  return (await request('operator', operation, input)) as OperatorOutput<Name>;
}
