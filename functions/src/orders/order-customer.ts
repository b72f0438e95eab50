import type { OrderDocument } from '@tenantry/model/documents/business';
import type { MemberDocument } from '@tenantry/model/documents/people';
import type { ApiParsed } from '@tenantry/model/operations/api';
import { tenantDocuments } from '../platform/data/documents.ts';
import { denied, Refusal } from '../platform/operations/errors.ts';
import type { MemberCall } from '../platform/operations/operation.ts';

/** Whom an order is for, as the order keeps it. */
export type OrderCustomer = Pick<OrderDocument, 'customerUid' | 'customerName' | 'customerEmail'>;

type Input = ApiParsed<'placeOrder'>;

/** Throws `denied` when somebody who may not manage orders names a customer, and `input` when both ways are used at once. */
export function requireRightToName({ input, can }: Pick<MemberCall<Input>, 'input' | 'can'>): void {
  const { customerUid, customerName } = input;
  if (customerUid === undefined && customerName === undefined) return;
  if (!can('order:manage')) throw denied();
  if (customerUid !== undefined && customerName !== undefined) {
    const message = 'Choose a customer of the shop or write a name, not both.';
    throw new Refusal('input', message, { issues: [{ path: 'customerName', code: 'one-of', message }] });
  }
}

/**
 * Who may manage orders places them for a member of this shop, for a name, or for a walk-in; everybody else for
 * themself. Name and address come from the member document. Throws `input` when the person is not of this shop.
 */
export async function customerOf({ tx, member, input, can }: MemberCall<Input>): Promise<OrderCustomer> {
  if (!can('order:manage')) return asCustomer(member);
  if (input.customerUid === undefined) {
    return { customerUid: null, customerName: input.customerName ?? '', customerEmail: null };
  }
  const customer = await tx.get(tenantDocuments.member(input.customerUid));
  if (customer) return asCustomer(customer);
  const message = 'This person does not belong to the shop any more. Choose another customer.';
  throw new Refusal('input', message, { issues: [{ path: 'customerUid', code: 'no-member', message }] });
}

function asCustomer({ uid, displayName, email }: MemberDocument): OrderCustomer {
  return { customerUid: uid, customerName: displayName, customerEmail: email === '' ? null : email };
}
