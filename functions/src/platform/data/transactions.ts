import { paths } from '@tenantry/model/paths';
import type { Firestore, Transaction } from 'firebase-admin/firestore';
import { defaultDatabase } from './default-database.ts';
import { controlPlane, firestore } from './firestore.ts';
import { databaseOf, readDatabaseOf } from './tenants/placement.ts';
import { type ControlTransaction, ScopedTransaction, type TenantTransaction } from './scoped-transaction.ts';
import { requireContext } from '../tenant-context.ts';
import { inTurn } from './turns.ts';

/** Tries of a transaction that loses its race. With the SDK’s back-off they span half a minute, half of what a call may take. */
const maxAttempts = 8;

/** Runs work in one transaction of the present context's tenant, in the database of its placement, in its turn. */
export async function runInTenant<T>(
  work: (tx: TenantTransaction, outbox: ControlTransaction) => Promise<T>,
): Promise<T> {
  const tenantId = requireTenantId();
  const database = firestore(await databaseOf(tenantId));
  return inTurn(tenantId, () =>
    inTransaction(database, (transaction) =>
      work(
        new ScopedTransaction(transaction, database, 'tenant', paths.tenant(tenantId)),
        // The outbox lies in the tenant's own database, since a transaction can't span two.
        new ScopedTransaction(transaction, database, 'control', ''),
      ),
    ),
  );
}

/**
 * Looks into the present context's tenant for somebody who shows no claim for it, before anything of theirs takes its
 * turn there: a stranger neither holds up the tenant's own work nor learns from the time whether there is such a tenant.
 * Of one that is not there the same is read, in the default database, and the answer is `undefined`. Grants nothing:
 * what is seen here is judged again in the transaction that writes.
 */
export async function glimpseTenant<T>(
  look: (tx: TenantTransaction) => Promise<T | undefined>,
): Promise<T | undefined> {
  const tenantId = requireTenantId();
  const placed = await readDatabaseOf(tenantId);
  const database = firestore(placed ?? defaultDatabase);
  const seen = await database.runTransaction(
    (transaction) => look(new ScopedTransaction(transaction, database, 'tenant', paths.tenant(tenantId))),
    { readOnly: true },
  );
  return placed === undefined ? undefined : seen;
}

/**
 * Reads in the present context's tenant without its turn and without holding anybody up: what is read may be old when it
 * is used. For what is long, and is not written upon. Throws `denied` when there is no such tenant.
 */
export async function readTenant<T>(read: (tx: TenantTransaction) => Promise<T>): Promise<T> {
  const tenantId = requireTenantId();
  const database = firestore(await databaseOf(tenantId));
  return database.runTransaction(
    (transaction) => read(new ScopedTransaction(transaction, database, 'tenant', paths.tenant(tenantId))),
    { readOnly: true },
  );
}

/** Runs work in one transaction of the control plane. */
export function runInControlPlane<T>(work: (tx: ControlTransaction) => Promise<T>): Promise<T> {
  const database = controlPlane();
  return inTransaction(database, (transaction) => work(new ScopedTransaction(transaction, database, 'control', '')));
}

/** Reads in the control plane at one moment, and holds nobody up. */
export function readControlPlane<T>(read: (tx: ControlTransaction) => Promise<T>): Promise<T> {
  const database = controlPlane();
  return database.runTransaction((transaction) => read(new ScopedTransaction(transaction, database, 'control', '')), {
    readOnly: true,
  });
}

/** Runs work in one transaction over both planes of a tenant that is being made: it lies in the default database. */
export function runInNewTenant<T>(
  tenantId: string,
  work: (tenant: TenantTransaction, control: ControlTransaction) => Promise<T>,
): Promise<T> {
  const database = firestore(defaultDatabase);
  return inTransaction(database, (transaction) =>
    work(
      new ScopedTransaction(transaction, database, 'tenant', paths.tenant(tenantId)),
      new ScopedTransaction(transaction, database, 'control', ''),
    ),
  );
}

function requireTenantId(): string {
  const { tenantId } = requireContext();
  if (tenantId === null) throw new Error('Platform-wide code has no tenant to run in.');
  return tenantId;
}

/** Runs work as often as it loses its race, up to `maxAttempts` times. */
function inTransaction<T>(database: Firestore, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database.runTransaction((transaction) => work(transaction).catch(throwLossAsAborted), { maxAttempts });
}

/**
 * A query that lost its locks is repeated inside the transaction that is gone with them. The SDK tries again when the
 * service says so, and does not know the emulator's words for it: they become gRPC's ABORTED.
 */
function throwLossAsAborted(fault: unknown): never {
  const lost = fault instanceof Error && fault.message.includes('Transaction is invalid or closed');
  throw lost ? Object.assign(new Error(fault.message, { cause: fault }), { code: 10 }) : fault;
}
