import { parse } from '../language/parse.ts';
import { printExpression } from '../language/print.ts';
import { isMethod } from '../language/scope.ts';
import type { Expression, ExpressionOf, Node } from '../language/tree.ts';
import { walk } from '../language/walk.ts';
import type { Subject } from './operator.ts';

type List = ExpressionOf<'list'>;

/** What operators want to know of rules as a whole. Throws a RulesSyntaxError when they are no rules. */
export function subjectOf(source: string): Subject {
  const ruleset = parse(source);
  const { wordsBeside, members } = survey(ruleset);
  const missingFrom = (list: Expression): readonly string[] => {
    if (list.kind !== 'list') return [];
    const present = wordsOf(list);
    return [...(wordsBeside.get(list) ?? [])].filter((word) => !present.includes(word));
  };
  const membersOf = (object: Expression): readonly string[] => [...(members.get(printExpression(object)) ?? [])];
  return { source, ruleset, missingFrom, membersOf };
}

function wordsOf({ items }: List): string[] {
  return items.filter(({ kind }) => kind === 'string').map((item) => printExpression(item));
}

function survey(ruleset: Node) {
  const places = new Map<List, string | undefined>();
  const members = new Map<string, Set<string>>();
  for (const { node, ancestors } of walk(ruleset)) {
    const parent = ancestors.at(-1);
    if (node.kind === 'list') places.set(node, placeInCall(node, parent));
    if (node.kind !== 'member' || isMethod(node, parent)) continue;
    const object = printExpression(node.object);
    members.set(object, (members.get(object) ?? new Set()).add(node.name));
  }
  return { wordsBeside: new Map([...places.keys()].map((list) => [list, wordsBeside(list, places)])), members };
}

/** Which argument of what a list is, as far as it is one of a call. */
function placeInCall(list: List, parent: Node | undefined): string | undefined {
  if (parent?.kind !== 'call') return undefined;
  const index = parent.args.indexOf(list);
  return index < 0 ? undefined : `${printExpression(parent.callee)} ${index}`;
}

/** The words of lists in the same place of other calls; of a list that has none such, those of lists that share a word. */
function wordsBeside(list: List, places: ReadonlyMap<List, string | undefined>): Set<string> {
  const place = places.get(list);
  const own = wordsOf(list);
  const others = [...places].filter(([other]) => other !== list);
  const inSamePlace = others.filter(([, where]) => where !== undefined && where === place);
  const sharing = others.filter(([other]) => wordsOf(other).some((word) => own.includes(word)));
  return new Set((inSamePlace.length > 0 ? inSamePlace : sharing).flatMap(([other]) => wordsOf(other)));
}
