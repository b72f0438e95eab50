import type { Equivalent } from '../../../scripts/rules-mutants/runner/equivalents.ts';

/** Mutants of `firestore.rules` that no request can tell from it, and why. */
export const equivalents: readonly Equivalent[] = [];
