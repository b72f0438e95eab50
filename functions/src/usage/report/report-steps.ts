import { addQuantities, type Meter, meters } from '@tenantry/model/billing/meters';
import type { UsageRecord, UsageReport } from '../../platform/data/usage-record.ts';
import { withWaiting } from '../waiting-sums.ts';

/** How a usage record goes on, step by step; each is written in a transaction of its own. Moments are milliseconds by Stripe's clock. */

const minute = 60_000;
/** Stripe takes what is at most 35 days old; some hours are left for a report that has to be repeated. */
const oldestTold = 33 * 86_400_000;

const hour = 3_600_000;
/** For so long a report may be told again by its id: Stripe remembers ids for a day. */
const repeatableFor = 23 * hour;
/** From then on Stripe can be asked whether it has it: whoever told it again at the last moment has been heard. */
const askableAfter = 25 * hour;

/** What may be done about a report that was not seen to arrive: tell it again, wait, or ask for it. */
export function ageOf({ sentAt }: UsageReport, at: number): 'repeatable' | 'between' | 'askable' {
  if (at - sentAt < repeatableFor) return 'repeatable';
  return at - sentAt < askableAfter ? 'between' : 'askable';
}

/**
 * Turns to a customer. What was on its way to another one, who is no more, waits again, since nobody can ask any more whether it
 * arrived.
 */
export function forCustomer(record: UsageRecord, customerId: string): UsageRecord {
  if (record.customerId === customerId) return record;
  const waiting = record.open.reduce((sums, report) => withWaiting(sums, report), record.waiting);
  return {
    ...record,
    customerId,
    waiting,
    open: [],
    reported: {},
    reportedBefore: addQuantities(record.reportedBefore, record.reported),
    lastTold: {},
  };
}

/**
 * Opens a report of what waits, for each meter that has none open. No two of a meter are told for the same minute, so that the minute's sum at Stripe
 * says whether one arrived.
 */
export function openReports(record: UsageRecord, at: number, newId: () => string): UsageRecord {
  const waiting = { ...record.waiting };
  const open: UsageReport[] = [...record.open];
  for (const meter of meters) {
    const sum = waiting[meter];
    if (!sum || open.some((report) => report.meter === meter)) continue;
    const moment = Math.max(Math.min(sum.at, at), at - oldestTold, nextMinute(record, meter));
    if (moment > at + 4 * minute) continue;
    delete waiting[meter];
    if (sum.quantity !== 0) open.push({ id: newId(), meter, quantity: sum.quantity, at: moment, sentAt: at });
  }
  return { ...record, waiting, open };
}

function nextMinute({ lastTold }: UsageRecord, meter: Meter): number {
  const last = lastTold[meter];
  return last === undefined ? 0 : Math.floor(last / minute) * minute + minute;
}

/** A report arrived. Nothing changes when somebody has noted that before. */
export function confirmReport(record: UsageRecord, report: UsageReport): UsageRecord {
  if (!isOpen(record, report)) return record;
  const { meter, quantity, at } = report;
  return {
    ...record,
    open: without(record, report),
    reported: addQuantities(record.reported, { [meter]: quantity }),
    lastTold: { ...record.lastTold, [meter]: at },
  };
}

/** A report did not arrive, and never will: what it told waits for the next one. */
export function withdrawReport(record: UsageRecord, report: UsageReport): UsageRecord {
  if (!isOpen(record, report)) return record;
  return {
    ...record,
    open: without(record, report),
    waiting: withWaiting(record.waiting, report),
    lastTold: { ...record.lastTold, [report.meter]: report.at },
  };
}

function isOpen({ open }: UsageRecord, { id }: UsageReport): boolean {
  return open.some((report) => report.id === id);
}

function without({ open }: UsageRecord, { id }: UsageReport): UsageReport[] {
  return open.filter((report) => report.id !== id);
}
