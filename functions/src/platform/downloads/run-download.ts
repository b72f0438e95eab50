import type { Permission } from '@tenantry/model/permissions';
import type { StatusGate } from '@tenantry/model/tenant-status';
import type * as z from 'zod/mini';
import { readTenant } from '../data/transactions.ts';
import { fromStored } from '../data/stored-access.ts';
import { tenantDocuments } from '../data/documents.ts';
import { once } from '../once.ts';
import { inTenantContext } from '../tenant-context.ts';
import { type Caller, requireLiveSignIn, requireRecentLogin } from '../operations/caller.ts';
import { denied } from '../operations/errors.ts';
import { requireAnyPermission, requireClaim, requireMember, requireStatus } from '../operations/member-call.ts';
import type { OwnLimit, TenantWork } from '../operations/operation.ts';
import { parseInput } from '../operations/parse-input.ts';
import { countInMemory, shareCount } from '../operations/rate-limit.ts';
import { workInTenant } from '../operations/tenant-work.ts';

/** Something that a member takes away. It is audited, and judged again before each read of it. */
export type DownloadOperation = {
  readonly input: z.ZodMiniType;
  readonly permissions: readonly Permission[];
  readonly gate: StatusGate;
  readonly recentLogin?: boolean;
  /** More than a person needs: each reads everything. */
  readonly calls: OwnLimit;
  /**
   * Writes, in the transaction that judges the caller, what is to be known of it, once for a request, however often it is tried; answers
   * the file's name.
   */
  begin(work: TenantWork): Promise<string>;
  /** The lines, in the tenant's context. `mayGoOn` throws once the caller may no more; it is asked before each read. */
  lines(mayGoOn: () => Promise<void>): AsyncIterable<string>;
};

export type DownloadRequest = {
  readonly caller: Caller;
  readonly input: unknown;
  readonly requestId: string;
  readonly now: Date;
  /** Takes the file's name, and then each line, when it is ready for it. */
  readonly to: { readonly begin: (fileName: string) => void; readonly write: (line: string) => Promise<void> };
};

/** Nobody reads on for longer after their right ended, however slowly they take the lines. */
const judgedEveryMilliseconds = 5_000;

/** Runs a download for one caller, in the wrapper's order. Throws a `Refusal` for whatever the caller is told. */
export function runDownload(download: DownloadOperation, request: DownloadRequest): Promise<void> {
  const { caller, input, requestId, now, to } = request;
  const { tenantId, claim } = requireClaim(caller, input);
  return inTenantContext(tenantId, requestId, async () => {
    const { counted, perMinute } = download.calls;
    const bucket = [`${tenantId}|${caller.uid}|${counted}`, now.getTime(), perMinute] as const;
    await shareCount(...bucket);
    // However often the transaction is tried.
    const count = once(() => countInMemory(...bucket));
    const judge = async (work: Pick<TenantWork, 'tx' | 'access'>): Promise<void> => {
      const member = await requireMember(work, caller, claim);
      parseInput(download.input, input);
      requireStatus(download.gate, work.access.status);
      requireAnyPermission(work, member, download.permissions);
    };
    const fileName = await workInTenant({ actor: caller.uid, audited: 'when-changed', now }, async (work) => {
      await judge(work);
      if (download.recentLogin) requireRecentLogin(caller, now);
      count();
      // Before anything is written: a sign-in that was revoked begins nothing.
      await requireLiveSignIn(caller);
      return download.begin(work);
    });
    let judgedAt = performance.now();
    const mayGoOn = async (): Promise<void> => {
      await requireLiveSignIn(caller);
      await readTenant(async (tx) => {
        const access = await tx.get(tenantDocuments.access());
        if (!access) throw denied();
        await judge({ tx, access: fromStored(access) });
      });
      judgedAt = performance.now();
    };
    to.begin(fileName);
    for await (const line of download.lines(mayGoOn)) {
      if (performance.now() - judgedAt > judgedEveryMilliseconds) await mayGoOn();
      await to.write(line);
    }
  });
}
