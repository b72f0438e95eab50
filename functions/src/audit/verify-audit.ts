import { memberOperation } from '../platform/operations/operation.ts';
import { checkChain } from './read-chain.ts';

/**
 * Tells how many entries the audit log has, and the first that was changed, removed, reordered or cut off: `firstBad` is
 * absent when there is none. Writes nothing, and holds nobody up who writes.
 */
export const verifyAudit = memberOperation('verifyAudit', {
  permissions: ['audit:read'],
  gate: 'release',
  audited: false,
  afterwards: () => checkChain(),
});
