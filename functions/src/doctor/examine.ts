import { tenantIdPattern } from '@tenantry/model/tenant-id';
import { randomUUID } from 'node:crypto';
import { forEveryTenant } from '../platform/data/tenants/every-tenant.ts';
import { readDatabaseOf } from '../platform/data/tenants/placement.ts';
import { inPlatformContext, inTenantContext } from '../platform/tenant-context.ts';
import type { BusinessCheck, PlatformCheck } from './check.ts';
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
};

/** Looks at every business, or at one; see `examineData`. */
export function examine(
  checks: Checks,
  { tenantId, tell, patience = 2_000, now = Date.now }: Examination,
): Promise<readonly Row[]> {
  return inPlatformContext(randomUUID(), async () => {
    const report = new Report(tell);
    const course = { report, patience, now };
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
    await inTenantContext(await requireBusiness(tenantId), randomUUID(), async () => {
      for (const [name, check] of platform) if (check.pagesOf) await examinePages(name, check, check.pagesOf(), course);
      await inTurn(tenantId);
    });
    return report.rows;
  });
}

type Course = { readonly report: Report; readonly patience: number; readonly now: () => number };

/** Items that are looked at at the same time: one waits for the database most of its time. */
const atOnce = 8;

/** Looks at each item of each page. A list that can't be read to its end is told of. */
async function examinePages(
  name: string,
  check: PlatformCheck,
  pages: AsyncIterable<readonly unknown[]>,
  { report, patience, now }: Course,
): Promise<void> {
  try {
    for await (const page of pages) {
      const queue = page.values();
      const workOff = async (): Promise<void> => {
        for (const item of queue)
          report.note(name, '', await lookTwice((found) => check.look(item, found, now()), patience));
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
  { report, patience, now }: Course,
): Promise<void> {
  for (const [name, { look, hindrance }] of Object.entries(checks)) {
    if (hindrance?.() !== undefined) continue;
    const looked = await lookTwice((found) => look({ tenantId, now: now() }, found), patience);
    const isWell = 'found' in looked && looked.found.wrong === 0;
    // One that was taken away while it was looked at is no fault.
    if (!isWell && (await readDatabaseOf(tenantId)) === undefined) return;
    report.note(name, tenantId, looked);
  }
}

async function requireBusiness(tenantId: string): Promise<string> {
  if (!tenantIdPattern.test(tenantId))
    throw new Error(`"${tenantId}" is no tenant’s id: those are ten letters and digits.`);
  if ((await readDatabaseOf(tenantId)) === undefined) throw new Error(`There is no tenant ${tenantId}.`);
  return tenantId;
}
