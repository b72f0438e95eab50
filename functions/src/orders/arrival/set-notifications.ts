import { tenantDocuments } from '../../platform/data/documents.ts';
import { memberOperation } from '../../platform/operations/operation.ts';

/**
 * Chooses of what oneself is told by mail in this business; what is left out stays as it is. Answers how it stands now.
 * For those who see every order: customers are told of their own anyway.
 */
export const setNotifications = memberOperation('setNotifications', {
  permissions: ['order:read', 'order:manage'],
  gate: 'work',
  audited: false,
  run({ tx, member, input }) {
    const newOrders = input.newOrders ?? member.notifications?.newOrders ?? false;
    if (newOrders !== (member.notifications?.newOrders ?? false)) {
      tx.update(tenantDocuments.member(member.uid), { notifications: { newOrders } });
    }
    return Promise.resolve({ newOrders });
  },
});
