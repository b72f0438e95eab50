import { levelOf } from '../language/precedence.ts';
import type { Expression, Range, Ruleset } from '../language/tree.ts';
import type { Site } from '../language/walk.ts';

/** Text that takes the place of a range of the rules. */
export type Edit = Range & { readonly text: string };

/** The rules that are mutated, and what operators want to know of them as a whole. */
export type Subject = {
  readonly source: string;
  readonly ruleset: Ruleset;
  /** The words that stand beside those of a list elsewhere: what could be in it by mistake. */
  readonly missingFrom: (list: Expression) => readonly string[];
  /** The members that are asked of the same object elsewhere, by the object as it is written. */
  readonly membersOf: (object: Expression) => readonly string[];
};

/** One way to be wrong. `edits` answers every place at this site where it fits. */
export type Operator = {
  readonly name: string;
  /** What the mutant does, for the table in the README. */
  readonly does: string;
  readonly edits: (site: Site, subject: Subject) => readonly Edit[];
};

/** An operator that looks at one kind of node. */
export function on<Kind extends Site['node']['kind']>(
  kind: Kind,
  edits: (node: Extract<Site['node'], { kind: Kind }>, site: Site, subject: Subject) => readonly Edit[],
): Operator['edits'] {
  return (site, subject) =>
    site.node.kind === kind ? edits(site.node as Extract<Site['node'], { kind: Kind }>, site, subject) : [];
}

/** Puts a text where an expression stands, in parentheses when it binds more loosely. */
export function put(expression: Expression, text: string, level: number): Edit {
  return { ...expression.at, text: level < levelOf(expression) ? `(${text})` : text };
}

/** Puts one expression of the rules in the place of another, with its own parentheses. */
export function putSame(subject: Subject, place: Expression, other: Expression): Edit {
  return { ...place.outer, text: written(subject, other) };
}

export function written({ source }: Subject, { outer }: Expression): string {
  return source.slice(outer.from, outer.to);
}

/** Takes one part out of a chain or a list, and the sign between it and its neighbour. */
export function cut(parts: readonly Expression[], index: number): Edit | undefined {
  const [before, part, after] = [parts[index - 1], parts[index], parts[index + 1]];
  if (part === undefined) return undefined;
  if (after !== undefined) return { from: part.outer.from, to: after.outer.from, text: '' };
  return { from: before?.outer.to ?? part.outer.from, to: part.outer.to, text: '' };
}

/** One edit for each part that a chain or a list can lose. */
export function cuts(parts: readonly Expression[]): readonly Edit[] {
  return parts.map((_, index) => cut(parts, index)).filter((edit) => edit !== undefined);
}
