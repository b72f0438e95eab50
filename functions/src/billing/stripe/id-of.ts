/** The id of what Stripe names by its id or, expanded, whole; null for nothing. */
export function idOf(named: string | { readonly id: string } | null | undefined): string | null {
  return typeof named === 'string' ? named : (named?.id ?? null);
}
