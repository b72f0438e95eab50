import type { BillingContact } from '../../platform/data/documents.ts';

/** Whether somebody tells Stripe an address, or died at it. */
export function isBeingTold({ telling }: BillingContact): boolean {
  return Object.keys(telling).length > 0;
}

/** Whether Stripe has nobody's address, and nobody is telling it one. */
export function isWrittenToNobody(contact: BillingContact): boolean {
  return contact.uid === null && !isBeingTold(contact);
}
