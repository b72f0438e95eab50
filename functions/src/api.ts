import type { ApiOperation } from '@tenantry/model/operations/api';
import { deleteAccount } from './accounts/delete-account.ts';
import { signOutEverywhere } from './accounts/sign-out-everywhere.ts';
import { verifyAudit } from './audit/verify-audit.ts';
import { openBillingPortal } from './billing/open-billing-portal.ts';
import { startCheckout } from './billing/start-checkout.ts';
import { syncBilling } from './billing/sync-billing.ts';
import { adjustStock } from './catalogue/adjust-stock.ts';
import { createProduct } from './catalogue/create-product.ts';
import { deleteProduct } from './catalogue/delete-product.ts';
import { acceptInvite } from './members/invitations/accept-invite.ts';
import { inviteMember } from './members/invitations/invite-member.ts';
import { inviteMembers } from './members/invitations/invite-members.ts';
import { joinAsCustomer } from './members/join-as-customer.ts';
import { leaveTenant } from './members/leave-tenant.ts';
import { acceptOwnership } from './members/ownership/accept-ownership.ts';
import { offerOwnership } from './members/ownership/offer-ownership.ts';
import { removeMember } from './members/remove-member.ts';
import { resendInvite } from './members/invitations/resend-invite.ts';
import { revokeInvite } from './members/invitations/revoke-invite.ts';
import { setMemberRole } from './members/set-member-role.ts';
import { setNotifications } from './orders/arrival/set-notifications.ts';
import { cancelOrder } from './orders/cancel-order.ts';
import { fulfillOrder } from './orders/fulfill-order.ts';
import { placeOrder } from './orders/place-order.ts';
import type { Operation } from './platform/operations/operation.ts';
import { runOperation } from './platform/operations/run-operation.ts';
import { serveCallable, unknownOperation } from './platform/operations/serve-callable.ts';
import { defineRole } from './roles/define-role.ts';
import { deleteRole } from './roles/delete-role.ts';
import { closeSupport } from './support/close-support.ts';
import { openSupport } from './support/open-support.ts';
import { activateTenant } from './tenancy/activate-tenant.ts';
import { createTenant } from './tenancy/create-tenant.ts';
import { updateProfile } from './tenancy/update-profile.ts';
import { updateTenant } from './tenancy/update-tenant.ts';

/** The operations of `api`. One that the model names and this table lacks does not compile. */
const operations: { readonly [Name in ApiOperation]: Operation<Name> } = {
  createTenant,
  activateTenant,
  updateTenant,
  updateProfile,
  deleteAccount,
  signOutEverywhere,
  inviteMember,
  inviteMembers,
  resendInvite,
  revokeInvite,
  acceptInvite,
  joinAsCustomer,
  setMemberRole,
  removeMember,
  offerOwnership,
  acceptOwnership,
  leaveTenant,
  defineRole,
  deleteRole,
  startCheckout,
  openBillingPortal,
  syncBilling,
  openSupport,
  closeSupport,
  verifyAudit,
  createProduct,
  deleteProduct,
  adjustStock,
  placeOrder,
  fulfillOrder,
  cancelOrder,
  setNotifications,
};

/** Every interactive operation behind one callable: `POST …/api/<operation>`. */
export const api = serveCallable(async ({ operation, ...request }) => {
  if (!isOperation(operation)) throw unknownOperation();
  return runOperation(operation, operations[operation], request);
});

function isOperation(name: string): name is ApiOperation {
  return Object.hasOwn(operations, name);
}
