/** Why a mail about one's place in a business came. */
export function whyFromTeam(tenantName: string): string {
  return `You get this mail because you belong, or belonged, to ${tenantName}.`;
}
