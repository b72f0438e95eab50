import { randomUUID } from 'node:crypto';
import { type CallableFunction, type CallableRequest, onCall } from 'firebase-functions/v2/https';
import { type Caller, requireCaller } from './caller.ts';
import { enforceAppCheck, operationSecrets, region } from '../environment.ts';
import { decodableBody } from './decodable-body.ts';
import { Refusal, refusalOf, toHttpsError } from './errors.ts';
import { log } from '../log.ts';
import { inPlatformContext } from '../tenant-context.ts';

/** What serves one call: finds the operation by name and runs it. */
export type Serve = (call: {
  readonly operation: string;
  readonly caller: Caller;
  readonly input: unknown;
  readonly requestId: string;
  readonly now: Date;
}) => Promise<unknown>;

/**
 * A callable that serves many operations; the last segment of the path names one. Authenticates, checks
 * App Check where it is enforced, and maps whatever is thrown to the closed list of errors.
 */
export function serveCallable(serve: Serve): CallableFunction<unknown, Promise<unknown>> {
  return withDecodableBodies(
    onCall(
      {
        region,
        cors: false,
        invoker: 'public',
        secrets: operationSecrets,
        timeoutSeconds: 60,
        memory: '512MiB',
        concurrency: 80,
      },
      (request) => answer(serve, request),
    ),
  );
}

/** The same function with what the deployment reads from it; each body passes `decodableBody` before the SDK sees it. */
function withDecodableBodies<Callable extends CallableFunction<unknown, Promise<unknown>>>(
  callable: Callable,
): Callable {
  const guarded = new Proxy(callable, {
    apply(target, self, [request, ...rest]: Parameters<Callable>) {
      request.body = decodableBody(request.body);
      return Reflect.apply(target, self, [request, ...rest]) as unknown;
    },
  });
  return guarded;
}

async function answer(serve: Serve, request: CallableRequest): Promise<unknown> {
  const started = performance.now();
  const requestId = randomUUID();
  const operation = operationOf(request.rawRequest.path);
  const uid = request.auth?.uid ?? null;
  const elapsed = () => Math.round(performance.now() - started);
  return inPlatformContext(requestId, async () => {
    try {
      const caller = requireCaller(request);
      if (enforceAppCheck.value() && !request.app) {
        throw new Refusal('app-check', 'This application could not be verified. Reload the page.');
      }
      const result = await serve({ operation, caller, input: request.data, requestId, now: new Date() });
      log.operationAnswered(operation, uid, elapsed());
      return result;
    } catch (fault) {
      const refusal = refusalOf(fault);
      if (refusal) log.operationRefused(operation, uid, refusal.code, refusal.details.reason, elapsed());
      else log.operationFailed(operation, uid, fault);
      throw toHttpsError(refusal, requestId);
    }
  });
}

/** The last segment of the path; never more of it than a name can be long, since it is logged. */
function operationOf(path: string): string {
  return (path.split('/').findLast((segment) => segment !== '') ?? '').slice(0, 60);
}

/** The refusal of a name that is in no table. */
export function unknownOperation(): Refusal {
  return new Refusal('unknown-operation', 'There is no such operation.');
}
