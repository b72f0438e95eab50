import { type ApiOperation, apiOperations, type ApiOutput, type ApiParsed } from '@tenantry/model/operations/api';
import type { Permission } from '@tenantry/model/permissions';
import { can } from '@tenantry/model/roles';
import { type Caller, requireLiveSignIn, requireRecentLogin, requireVerifiedEmail } from './caller.ts';
import { requireAnyPermission, requireClaim, requireMember, requireStatus, requireTenantId } from './member-call.ts';
import type { MemberOperation, Operation, PersonOperation } from './operation.ts';
import { parseInput } from './parse-input.ts';
import { countCall, countInMemory, shareCount } from './rate-limit.ts';
import { once } from '../once.ts';
import { inPlatformContext, inTenantContext } from '../tenant-context.ts';
import { workInTenant } from './tenant-work.ts';

/** What one call is made of, apart from the operation. */
export type Request = {
  readonly caller: Caller;
  readonly input: unknown;
  readonly requestId: string;
  readonly now: Date;
};

/** Runs one operation for one caller. Throws a `Refusal` for whatever the caller is told. */
export function runOperation<Name extends ApiOperation>(
  name: Name,
  operation: Operation<Name>,
  request: Request,
): Promise<ApiOutput<Name>> {
  return operation.kind === 'member' ? runForMember(name, operation, request) : runForPerson(name, operation, request);
}

/** The order is the contract's: tenant, input, status, permission, rate, and then the act, in one transaction. */
async function runForMember<Name extends ApiOperation>(
  name: Name,
  operation: MemberOperation<Name>,
  { caller, input, requestId, now }: Request,
): Promise<ApiOutput<Name>> {
  const { tenantId, claim } = requireClaim(caller, input);
  return inTenantContext(tenantId, requestId, async () => {
    const key = `${tenantId}|${caller.uid}`;
    const { calls } = operation;
    const own = calls && ([`${key}|${calls.counted}`, now.getTime(), calls.perMinute] as const);
    // However often the transaction is tried.
    const counted = once(() => {
      if (own) countInMemory(...own);
      countInMemory(key);
    });
    // Before the transaction, which has its turn and would make its tenant wait for what other instances counted.
    await Promise.all([shareCount(key), own && shareCount(...own)]);
    // The role of the claim is the member's, or the call is denied.
    const audited = typeof operation.audited === 'function' ? operation.audited(claim[0]) : operation.audited;
    const answer = await workInTenant({ actor: caller.uid, audited, now }, async (work) => {
      const member = await requireMember(work, caller, claim);
      const parsed = parseInput(apiOperations[name].input, input) as ApiParsed<Name>;
      requireStatus(operation.gate, work.access.status);
      requireAnyPermission(work, member, operation.permissions);
      if (operation.recentLogin) requireRecentLogin(caller, now);
      counted();
      if ('afterwards' in operation) return () => operation.afterwards({ tenantId, now, caller, input: parsed });
      const call = {
        ...work,
        caller,
        member,
        input: parsed,
        can: (permission: Permission) => can(member.role, permission, work.access.roles),
      };
      if ('errand' in operation) {
        const finish = await operation.errand(call);
        return () => finish({ tenantId, now, caller, input: parsed });
      }
      const result = await operation.run(call);
      return () => Promise.resolve(result);
    });
    return answer();
  });
}

async function runForPerson<Name extends ApiOperation>(
  name: Name,
  operation: PersonOperation<Name>,
  { caller, input, requestId, now }: Request,
): Promise<ApiOutput<Name>> {
  return inPlatformContext(requestId, async () => {
    await requireLiveSignIn(caller);
    const { input: schema } = apiOperations[name];
    if ('tenantId' in schema.def.shape) requireTenantId(input);
    const parsed = parseInput(schema, input) as ApiParsed<Name>;
    if (operation.verifiedEmail) requireVerifiedEmail(caller);
    if (operation.recentLogin) requireRecentLogin(caller, now);
    await countCall(caller.uid);
    return operation.run({ caller, input: parsed, now, requestId });
  });
}
