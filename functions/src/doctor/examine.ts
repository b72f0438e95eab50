import { randomUUID } from 'node:crypto';
import { forEveryTenant } from '../platform/data/tenants/every-tenant.ts';
import { isPlaced as isInRegister, requirePlaced } from '../platform/data/tenants/placed.ts';
import { inPlatformContext, inTenantContext } from '../platform/tenant-context.ts';
import type { BusinessCheck, Identified, PlatformCheck } from './check.ts';
import { lookTwice } from './look-twice.ts';
import { Report, type Row } from './report.ts';

/** What is looked at, by the names that the command prints. */
export type Checks = {
  readonly platform: Readonly<Record<string, PlatformCheck>>;
  readonly business: Readonly<Record<string, BusinessCheck>>;
};

export type Examination = {
  /** Looks at one business alone. */
  readonly tenantId?: string | undefined;
  /** Takes each fault as it is found, a line each. */
  readonly tell: (line: string) => void;
  /** How long to wait before what seems wrong is looked at again, in milliseconds. */
  readonly patience?: number;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  /** Whether there still is a business that is in the register of placements. */
  readonly isPlaced?: (tenantId: string) => Promise<boolean>;
};

/** Looks at every business, or at one; see `examineData`. */
export function examine(
  checks: Checks,
  { tenantId, tell, patience = 2_000, now = Date.now, isPlaced = isInRegister }: Examination,
): Promise<readonly Row[]> {
  return inPlatformContext(randomUUID(), async () => {
    const report = new Report(tell);
    const course = { report, patience, now, isPlaced };
    const inTurn = (id: string) => examineBusiness(id, checks.business, course);
    const platform = Object.entries(checks.platform).filter(([, { pagesOf }]) => tenantId === undefined || pagesOf);
    report.open(Object.fromEntries(platform));
    report.open(checks.business);
    for (const [name, { hindrance }] of Object.entries(checks.business)) {
      const failed = hindrance?.();
      if (failed !== undefined) report.note(name, '', { failed });
    }
    if (tenantId === undefined) {
      for (const [name, check] of platform) await examinePages(name, check, check.pages(), course);
      await forEveryTenant(new Date(now()), inTurn);
      return report.rows;
    }
    await requirePlaced(tenantId);
    await inTenantContext(tenantId, randomUUID(), async () => {
      for (const [name, check] of platform) if (check.pagesOf) await examinePages(name, check, check.pagesOf(), course);
      await inTurn(tenantId);
    });
    return report.rows;
  });
}

type Course = Required<Pick<Examination, 'patience' | 'now' | 'isPlaced'>> & { readonly report: Report };

/** Items that are looked at at the same time: one waits for the database most of its time. */
const atOnce = 8;

/** Looks at each item of each page. A list that can't be read to its end is told of. */
async function examinePages(
  name: string,
  check: PlatformCheck,
  pages: AsyncIterable<readonly Identified[]>,
  { report, patience, now }: Course,
): Promise<void> {
  try {
    for await (const page of pages) {
      const queue = page.values();
      const workOff = async (): Promise<void> => {
        for (const item of queue)
          report.note(name, '', await lookTwice((found) => check.look(item, found, now()), patience), item.id);
      };
      await Promise.all(Array.from({ length: atOnce }, workOff));
    }
  } catch (fault) {
    report.note(name, '', { failed: fault instanceof Error ? fault.message : String(fault) });
  }
}

async function examineBusiness(
  tenantId: string,
  checks: Checks['business'],
  { report, patience, now, isPlaced }: Course,
): Promise<void> {
  for (const [name, { look, hindrance }] of Object.entries(checks)) {
    if (hindrance?.() !== undefined) continue;
    const looked = await lookTwice((found) => look({ tenantId, now: now() }, found), patience);
    const isWell = 'found' in looked && looked.found.wrong === 0;
    // One that was taken away while it was looked at is no fault.
    if (!isWell && (await isGone(tenantId, isPlaced))) return;
    report.note(name, tenantId, looked);
  }
}

/** One of which that can't be asked is not known to be gone: what was found of it, or that nothing could be, is told. */
async function isGone(tenantId: string, isPlaced: Course['isPlaced']): Promise<boolean> {
  return !(await isPlaced(tenantId).catch(() => true));
}
