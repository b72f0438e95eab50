import { m } from '../../../paraglide/messages.js';

const ends = {
  /** The time for which the door was opened is over. */
  time: m.console_visit_over_time,
  /** The business shut the door, or opened another. */
  shut: m.console_visit_over_shut,
  /** The business as a whole is held back. */
  held: m.console_visit_over_held,
} satisfies Record<string, () => string>;

/** Why a visit is over. */
export type VisitEnd = keyof typeof ends;

type Ended = { readonly name: string; readonly text: string };

/** What the list is told of a visit that has ended: it goes with the entry of the history. */
export function endedVisit(name: string, end: VisitEnd): unknown {
  return { endedVisit: { name, end } };
}

/** The visit that an entry of the history tells of, in words. */
export function endedVisitOf(state: unknown): Ended | undefined {
  if (!isObject(state) || !isObject(state.endedVisit)) return undefined;
  const { name, end } = state.endedVisit;
  if (typeof name !== 'string' || typeof end !== 'string' || !isEnd(end)) return undefined;
  return { name, text: ends[end]() };
}

function isEnd(text: string): text is VisitEnd {
  return Object.hasOwn(ends, text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
