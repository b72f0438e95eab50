import type * as z from 'zod/mini';
import { refusalOf } from './operations/errors.ts';
import { log } from './log.ts';
import { inPlatformContext, inTenantContext } from './tenant-context.ts';

/** What each task of a queue brings: whose it is, null for the platform's, and the request that it came of. */
type Payload = { readonly tenantId: string | null; readonly requestId: string };

type TaskKind<Task extends Payload> = {
  readonly name: string;
  readonly form: z.ZodMiniType<Task>;
  readonly run: (task: Task) => Promise<unknown>;
  /** Told of each try that failed. */
  readonly failed?: (fault: unknown, task: Task) => void;
};

/**
 * Runs one task of a queue in its tenant's context, or the platform's. It throws when that failed, and the queue tries again, later each
 * time. Two things end a task instead: a payload of another form, since another try would bring the same, and a tenant that is gone.
 */
export async function runTask<Task extends Payload>(
  { name, form, run, failed }: TaskKind<Task>,
  data: unknown,
): Promise<void> {
  const parsed = form.safeParse(data);
  if (!parsed.success) {
    log.backgroundFailed(name, new Error('The payload is not of the right form.'));
    return;
  }
  const task = parsed.data;
  const work = async (): Promise<void> => {
    try {
      await run(task);
    } catch (fault) {
      if (refusalOf(fault)?.details.reason === 'denied') return;
      failed?.(fault, task);
      throw fault;
    }
  };
  const { tenantId, requestId } = task;
  await (tenantId === null ? inPlatformContext(requestId, work) : inTenantContext(tenantId, requestId, work));
}
