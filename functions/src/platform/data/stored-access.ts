import type { Access } from '@tenantry/model/access';
import type { StoredAccess } from './documents.ts';
import { instantOf } from './instant.ts';

/** The access document as the model sees it: times in milliseconds. */
export function fromStored(stored: StoredAccess): Access {
  return {
    ...stored,
    supportUntil: stored.supportUntil.toMillis(),
    support: Object.fromEntries(Object.entries(stored.support).map(([uid, until]) => [uid, until.toMillis()])),
  };
}

/** The access document as it is stored: times as timestamps, for the rules to compare with theirs. */
export function toStored(access: Access): StoredAccess {
  return {
    ...access,
    supportUntil: instantOf(access.supportUntil),
    support: Object.fromEntries(Object.entries(access.support).map(([uid, until]) => [uid, instantOf(until)])),
  };
}
