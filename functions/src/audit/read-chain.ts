import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { emptyAuditHead } from '../platform/audit.ts';
import { declareQuery } from '../platform/data/declared-query.ts';
import { type AuditHead, controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import type { Found } from '../platform/data/scoped-transaction.ts';
import { readTenant, runInControlPlane } from '../platform/data/transactions.ts';
import { auditKey } from '../platform/environment.ts';
import { requireContext } from '../platform/tenant-context.ts';
import { ChainCheck, type ChainFinding } from './chain-check.ts';
import { readSignedHead, signedHeadId, type SignedHead } from './signed-head.ts';

/** Of a chain of 100,000 entries each page is one round trip. */
const pageSize = 1_000;

const firstEntries = declareQuery('audit', { orderBy: [['__name__', 'asc']] });
const nextEntries = declareQuery('audit', { where: [['__name__', '>']], orderBy: [['__name__', 'asc']] });
/** By their ids: whatever else of a head is changed, it is still read, and found. */
const signedHeads = declareQuery('platformAudit', {
  where: [
    ['__name__', '>='],
    ['__name__', '<'],
  ],
});

/**
 * Reads the whole chain of the present tenant and the heads that were signed of it, and checks each entry. Outside of any
 * transaction of the tenant's, which would hold everybody up: what is appended meanwhile is no fault.
 */
export async function checkChain(): Promise<ChainFinding> {
  const tenantId = requireContext().tenantId ?? '';
  const key = auditKey.value();
  if (key === '') throw new Error('AUDIT_KEY is not set: without it nothing can be checked.');
  const { good, forged } = await readSignedHeads(tenantId, key);
  const check = new ChainCheck(tenantId, key, await readHead(), good);
  for await (const { id, data } of readEntries()) check.take(id, data);
  return check.finish(await readHead(), forged);
}

/** When the present tenant's chain was last signed, in milliseconds since the epoch; `undefined` for never. */
export async function lastSignedAt(): Promise<number | undefined> {
  const { good } = await readSignedHeads(requireContext().tenantId ?? '', auditKey.value());
  return good.length === 0 ? undefined : Math.max(...good.map(({ signedAt }) => signedAt));
}

/** Where the present tenant's chain ends. */
export async function readHead(): Promise<AuditHead> {
  return (await readTenant((tx) => tx.get(tenantDocuments.auditHead()))) ?? emptyAuditHead;
}

async function readSignedHeads(tenantId: string, key: string): Promise<{ good: SignedHead[]; forged: number[] }> {
  const found = await runInControlPlane((control) =>
    control.find(controlDocuments.platformAudits(), signedHeads, [
      signedHeadId(tenantId, ''),
      signedHeadId(tenantId, ':'),
    ]),
  );
  const good: SignedHead[] = [];
  const forged: number[] = [];
  for (const { data } of found) {
    const head = readSignedHead(tenantId, data, key);
    if ('forgedAt' in head) forged.push(head.forgedAt);
    else good.push(head);
  }
  return { good, forged };
}

/** Every document of the chain, whatever it is called, in the order of the ids. The next page is read while one is checked. */
async function* readEntries(): AsyncGenerator<Found<AuditDocument>> {
  let coming: Promise<Found<AuditDocument>[]> | undefined = readPage();
  while (coming) {
    const page: Found<AuditDocument>[] = await coming;
    const last: string | undefined = page.at(-1)?.id;
    coming = last !== undefined && page.length === pageSize ? readPage(last) : undefined;
    // Its fault is thrown where it is waited for.
    coming?.catch(() => undefined);
    yield* page;
  }
}

function readPage(after?: string): Promise<Found<AuditDocument>[]> {
  return readTenant((tx) =>
    after === undefined
      ? tx.find(tenantDocuments.audits(), firstEntries, [], pageSize)
      : tx.find(tenantDocuments.audits(), nextEntries, [after], pageSize),
  );
}
