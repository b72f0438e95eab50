/** Whether Stripe answered that there is no such thing in this account: it is another account's, or was removed with test data. */
export function isMissing(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'resource_missing';
}
