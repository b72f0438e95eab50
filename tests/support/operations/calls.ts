import { accountsCalls } from './calls/accounts.ts';
import { billingCalls } from './calls/billing.ts';
import { catalogueCalls } from './calls/catalogue.ts';
import { invitationsCalls } from './calls/invitations.ts';
import { membersCalls } from './calls/members.ts';
import { operatorsCalls } from './calls/operators.ts';
import { ordersCalls } from './calls/orders.ts';
import { rolesCalls } from './calls/roles.ts';
import { supportCalls } from './calls/support.ts';
import { tenancyCalls } from './calls/tenancy.ts';
import type { Calls } from './calls/prepare.ts';

export type { Prepared } from './calls/prepare.ts';

/** Every row's call, by domain. */
export const calls: Calls = {
  ...accountsCalls,
  ...billingCalls,
  ...catalogueCalls,
  ...invitationsCalls,
  ...membersCalls,
  ...operatorsCalls,
  ...ordersCalls,
  ...rolesCalls,
  ...supportCalls,
  ...tenancyCalls,
};
