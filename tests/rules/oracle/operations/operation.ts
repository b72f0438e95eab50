import * as fc from 'fast-check';
import { mostly } from '../worlds/chance.ts';
import { nobody, owner, uids } from '../worlds/vocabulary.ts';
import type { Commit, Get, Group, List } from './asks.ts';
import { get, group, list } from './reads.ts';
import { commit } from './writes.ts';

/** Somebody of a world asks something of it. Who they are to it, and what they meet, is the world's. */
export type Operation = { readonly who: string; readonly ask: Get | List | Group | Commit };

const anybody = mostly(19, fc.constantFrom(...uids), fc.constant(nobody));
const who = mostly(14, anybody, fc.constant(owner));
const author = mostly(5, anybody, fc.constant(owner));

const reading = fc.oneof(
  { weight: 12, arbitrary: get },
  { weight: 11, arbitrary: list },
  { weight: 1, arbitrary: group },
);

/** Those who write are often the one to whom much belongs: what is forbidden to authors too is tried by them. */
export const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ who, ask: reading }) },
  { weight: 4, arbitrary: fc.record({ who: author, ask: commit }) },
);
