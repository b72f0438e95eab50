import type { Actor } from './actor.ts';
import { leavers } from './leavers.ts';
import { atTheEdge, customs, members, stale } from './members.ts';
import { malformed, outside, signedOut } from './outsiders.ts';

export const everybody: readonly Actor[] = [
  ...members,
  ...customs,
  ...atTheEdge,
  ...stale,
  ...outside,
  ...malformed,
  ...signedOut,
  ...leavers,
];

/** Somebody by their name in these lists. */
export function personNamed(name: string): Actor {
  const [person] = named(name);
  if (!person) throw new Error(`${name} is nobody.`);
  return person;
}

/** Several, by their names. Throws when one is nobody. */
export function named(...names: readonly string[]): Actor[] {
  const found = everybody.filter(({ name }) => names.includes(name));
  if (found.length !== names.length) throw new Error(`Some of these are nobody: ${names.join(', ')}.`);
  return found;
}
