/** What brings one person's projection of a business, and with it their claims, in step. */
export function refreshRemedy(uid: string, tenantId?: string): string {
  return `npm run claims:refresh -- --uid ${uid}${tenantId === undefined ? '' : ` --tenant ${tenantId}`}`;
}
