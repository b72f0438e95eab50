import type { Instant } from '@tenantry/model/documents/instant';
import type { PlatformAuditDocument } from '@tenantry/model/documents/platform';
import * as z from 'zod/mini';
import { seal } from '../platform/audit.ts';
import type { AuditHead } from '../platform/data/documents.ts';

/** The action under which a signed head stands in `platformAudit`; its target is the tenant. */
export const headSigned = 'audit.head-signed';

/** What the details of a signed head hold: where the chain ended on a day (UTC, `yyyy-mm-dd`), and the proof of it. */
const signedHead = z.strictObject({ seq: z.int(), hash: z.string(), day: z.string(), signature: z.string() });

/** A head whose signature is right: the chain had this entry, with this hash, at this moment (milliseconds). */
export type SignedHead = AuditHead & { readonly signedAt: number };

/** The id of the signed head of a tenant and a day: there is one of them, however often the schedule runs. */
export function signedHeadId(tenantId: string, day: string): string {
  return `head-${tenantId}-${day}`;
}

/** The entry of `platformAudit` that vouches for a head, signed at `at`. */
export function signHead(
  tenantId: string,
  { seq, hash }: AuditHead,
  day: string,
  at: Instant,
  key: string,
): PlatformAuditDocument {
  const details = { seq, hash, day, signature: signature(tenantId, { seq, hash, day }, at, key) };
  return { at, actor: 'schedule:signAuditHeads', action: headSigned, target: tenantId, details };
}

/** What an entry of `platformAudit` vouches for, or the seq that it names when somebody else made it so. */
export function readSignedHead(
  tenantId: string,
  { at, action, target, details }: PlatformAuditDocument,
  key: string,
): SignedHead | { readonly forgedAt: number } {
  const read = signedHead.safeParse(details);
  if (!read.success) return { forgedAt: z.int().safeParse(details.seq).data ?? 1 };
  const { seq, hash } = read.data;
  const isHead = action === headSigned && target === tenantId;
  if (!isHead || read.data.signature !== signature(tenantId, read.data, at, key)) return { forgedAt: seq };
  return { seq, hash, signedAt: at.toMillis() };
}

function signature(
  tenantId: string,
  { seq, hash, day }: AuditHead & { readonly day: string },
  at: Instant,
  key: string,
): string {
  return seal(['audit.head', tenantId, seq, hash, day, at.toMillis()], key);
}
