import { createHash } from 'node:crypto';
import { paths } from '@tenantry/model/paths';
import { FieldValue } from 'firebase-admin/firestore';
import { operationsPerMinute } from '../environment.ts';
import { Refusal } from './errors.ts';
import { controlPlane } from '../data/firestore.ts';
import { instantOf } from '../data/instant.ts';

const windowMilliseconds = 60_000;
const shards = 4;
const bucketsAtMost = 20_000;

/** Calls in one minute: those that this instance counted, and those that others had told of. */
type Bucket = { readonly window: number; own: number; told: number; others: number };

const buckets = new Map<string, Bucket>();

/**
 * Counts a call against a limit of calls a minute. Throws `rate` with the seconds to wait when it is passed.
 *
 * Counting is in memory; each time an instance has counted a quarter of the limit it adds that to one of four
 * shards and reads the others, so that calls spread over instances are seen too, at four documents per
 * quarter of the limit and none for ordinary use. A caller on n instances can pass by a quarter of the limit each.
 */
export async function countCall(key: string, now = Date.now(), limit = operationsPerMinute.value()): Promise<void> {
  await shareCount(key, now, limit);
  countInMemory(key, now, limit);
}

/** The part of `countCall` that waits for the database: tells the other instances of what was counted, when it is due. */
export async function shareCount(key: string, now = Date.now(), limit = operationsPerMinute.value()): Promise<void> {
  const window = windowOf(now);
  const bucket = buckets.get(key);
  if (bucket?.window !== window || bucket.own - bucket.told < Math.max(1, Math.ceil(limit / 4))) return;
  await spill(key, bucket, window);
}

/** The part of `countCall` that counts and judges, and waits for nothing: it has its place where others wait. */
export function countInMemory(key: string, now = Date.now(), limit = operationsPerMinute.value()): void {
  const window = windowOf(now);
  const bucket = bucketOf(key, window);
  bucket.own += 1;
  if (bucket.own + bucket.others <= limit) return;
  const retryAfterSeconds = Math.ceil(((window + 1) * windowMilliseconds - now) / 1_000);
  throw new Refusal('rate', `Too many calls. Try again in ${retryAfterSeconds} seconds.`, { retryAfterSeconds });
}

function windowOf(now: number): number {
  return Math.floor(now / windowMilliseconds);
}

function bucketOf(key: string, window: number): Bucket {
  const present = buckets.get(key);
  if (present?.window === window) return present;
  if (buckets.size >= bucketsAtMost) buckets.clear();
  const bucket: Bucket = { window, own: 0, told: 0, others: 0 };
  buckets.set(key, bucket);
  return bucket;
}

async function spill(key: string, bucket: Bucket, window: number): Promise<void> {
  const database = controlPlane();
  const id = createHash('sha256').update(`${key}|${window}`).digest('base64url').slice(0, 24);
  const references = Array.from({ length: shards }, (_, shard) => database.doc(paths.rateLimit(`${id}-${shard}`)));
  const mine = references[Math.floor(Math.random() * shards)];
  const untold = bucket.own - bucket.told;
  bucket.told = bucket.own;
  await mine?.set(
    { count: FieldValue.increment(untold), expiresAt: instantOf((window + 2) * windowMilliseconds) },
    { merge: true },
  );
  const snapshots = await database.getAll(...references);
  const total = snapshots.reduce((sum, snapshot) => sum + ((snapshot.get('count') as number | undefined) ?? 0), 0);
  bucket.others = Math.max(0, total - bucket.told);
}
