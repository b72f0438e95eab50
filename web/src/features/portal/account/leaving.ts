const leaving = new Set<string>();

/** Says that the person is about to leave a shop of their own will, so that its end is not told as bad news. */
export function beginLeaving(tenantId: string): void {
  leaving.add(tenantId);
}

export function endLeaving(tenantId: string): void {
  leaving.delete(tenantId);
}

export function isLeaving(tenantId: string): boolean {
  return leaving.has(tenantId);
}
