import { AsyncLocalStorage } from 'node:async_hooks';

/** Which tenant the running code works for. `null` is code that is declared platform-wide. */
export type TenantContext = { readonly tenantId: string | null; readonly requestId: string };

const storage = new AsyncLocalStorage<TenantContext>();

/** Runs work inside a tenant's context: log lines carry it, and the repository reaches this tenant only. */
export function inTenantContext<T>(tenantId: string, requestId: string, work: () => Promise<T>): Promise<T> {
  return storage.run({ tenantId, requestId }, work);
}

/** Runs work that belongs to no single tenant, and says so. */
export function inPlatformContext<T>(requestId: string, work: () => Promise<T>): Promise<T> {
  return storage.run({ tenantId: null, requestId }, work);
}

/** The present context, or `undefined` outside of any (start-up). */
export function tenantContext(): TenantContext | undefined {
  return storage.getStore();
}

/** The request that the running code serves. Throws outside of a context. */
export function requireContext(): TenantContext {
  const context = storage.getStore();
  if (!context) throw new Error('This runs outside of any tenant context: wrap it, or declare it platform-wide.');
  return context;
}
