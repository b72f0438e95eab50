import * as fc from 'fast-check';
import { mostly } from '../worlds/chance.ts';
import { author, nobody, uids } from '../worlds/vocabulary.ts';
import type { Commit, Get, Group, List } from './asks.ts';
import { get, group, list } from './reads.ts';
import { commit } from './writes.ts';

/** Somebody of a world asks something of it. Who they are to it, and what they meet, is the world's. */
export type Operation = { readonly who: string; readonly ask: Get | List | Group | Commit };

const anybody = mostly(19, fc.constantFrom(...uids), fc.constant(nobody));
/** Half of the time somebody who is let in somewhere, so that what they may not is asked for too. */
const reader = mostly(
  16,
  fc.constantFrom('ann', 'ann', 'ann', 'ann', 'ben', 'ben', 'ben', 'cleo', 'cleo', 'dan', 'dan', 'eve', 'finn'),
  anybody,
);
/** Most writes are tried by one who may write: what is refused to them is refused for the write's own sake. */
const writer = mostly(17, fc.constantFrom(author, author, author, 'dan'), anybody);

const reading = fc.oneof(
  { weight: 20, arbitrary: get },
  { weight: 18, arbitrary: list },
  { weight: 1, arbitrary: group },
);

export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ who: reader, ask: reading }) },
  { weight: 8, arbitrary: fc.record({ who: writer, ask: commit }) },
);
