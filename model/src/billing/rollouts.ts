import { type Feature, features } from '../plans.ts';

/**
 * Features that are being brought to everybody little by little, whatever the plan: the share of businesses that have
 * it, in percent. Raising a share only adds businesses: whoever had it keeps it. None is under way; one is written as
 * `{ 'audit-export': 20 }`, and is carried out by the next reconciliation after it is deployed.
 */
export const rollouts: Readonly<Partial<Record<Feature, number>>> = {};

/** The features that a business has by roll-out, in the table's order. */
export function rolledOutTo(tenantId: string, shares: Partial<Record<Feature, number>> = rollouts): Feature[] {
  return features.filter((feature) => positionOf(tenantId, feature) < (shares[feature] ?? 0));
}

/**
 * Where a business stands in a feature's queue: from 0 up to and without 100, evenly spread, always the same for the same
 * two, and unrelated between features (FNV-1a with a last mix, 32 bits).
 */
export function positionOf(tenantId: string, feature: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${feature}|${tenantId}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  hash ^= hash >>> 16;
  return ((hash >>> 0) / 2 ** 32) * 100;
}
