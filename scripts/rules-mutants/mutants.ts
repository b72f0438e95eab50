import { createHash } from 'node:crypto';
import { difference, fingerprint, functionsAskedBy, grantsOf, patternOf, type Reach } from './language/grants.ts';
import { parse } from './language/parse.ts';
import { print } from './language/print.ts';
import { placeOf } from './language/scanner.ts';
import type { FunctionDeclaration, Ruleset } from './language/tree.ts';
import { walk, type Site } from './language/walk.ts';
import { operators as all } from './operators/index.ts';
import type { Edit, Operator } from './operators/operator.ts';
import { subjectOf } from './operators/subject.ts';

/** Rules that are wrong in one place. */
export type Mutant = {
  /** Stable as long as the operator, the place and the change are the same, wherever lines move. */
  readonly id: string;
  readonly operator: string;
  /** The function, or the path and the methods, that the change lies in. */
  readonly place: string;
  /** What stood there, and what stands there now; short, on one line. */
  readonly change: string;
  readonly line: number;
  readonly column: number;
  readonly source: string;
  /** Where it can answer differently. Empty where no `allow` comes to ask what was changed. */
  readonly reach: Reach;
};

/**
 * Every mutant of the rules, in the order of the text. What grants the same as the rules or as a mutant before it is
 * left out, but not a change in a function that nothing asks: there the rules have something that is of no use.
 */
export function mutantsOf(source: string, operators: readonly Operator[] = all): readonly Mutant[] {
  const subject = subjectOf(source);
  const granted = grantsOf(subject.ruleset);
  const asked = askedFunctions(subject.ruleset);
  const seen = new Set([fingerprint(granted), print(subject.ruleset)]);
  const known = new Map<string, number>();
  const mutants: Mutant[] = [];
  for (const site of walk(subject.ruleset)) {
    for (const { name, edits } of operators) {
      for (const edit of edits(site, subject)) {
        const mutated = `${source.slice(0, edit.from)}${edit.text}${source.slice(edit.to)}`;
        const tree = parse(mutated);
        const grants = grantsOf(tree);
        const idle = isIdle(site, asked);
        const meaning = idle ? print(tree) : fingerprint(grants);
        if (seen.has(meaning)) continue;
        seen.add(meaning);
        const reach = idle ? [] : difference(granted, grants);
        mutants.push({ ...described(name, site, edit, source, known), source: mutated, reach });
      }
    }
  }
  return mutants.sort((one, other) => one.line - other.line || one.column - other.column);
}

/** A mutant in one line, for people. */
export function placeLine({ id, operator, place, change, line, column }: Mutant): string {
  return `${id}  ${line}:${column}  ${operator} in ${place}: ${change}`;
}

function described(
  operator: string,
  site: Site,
  edit: Edit,
  source: string,
  known: Map<string, number>,
): Omit<Mutant, 'source' | 'reach'> {
  const place = placeNamed(site);
  const change = changeOf(edit, source);
  const key = [operator, place, change].join('\n');
  const number = (known.get(key) ?? 0) + 1;
  known.set(key, number);
  // The same change twice in one place is told apart by which of the two it is.
  const shown = number > 1 ? `${change} (${number})` : change;
  const id = createHash('sha256').update(`${operator}\n${place}\n${shown}`).digest('hex').slice(0, 10);
  return { id, operator, place, change: shown, ...placeOf(source, edit.from) };
}

/** What changes and a little of what stands before it. */
function changeOf({ from, to, text }: Edit, source: string): string {
  const line = (piece: string): string => {
    const plain = piece
      .replaceAll(/\/\/[^\n]*/g, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    return plain.length > 70 ? `${plain.slice(0, 45)} … ${plain.slice(-20)}` : plain;
  };
  return `${line(source.slice(from, to)) || 'nothing'} → ${line(text) || 'nothing'}`;
}

/** What lies in front of every path of Firestore's rules and says nothing of the place. */
const root = /^\/databases\/\{\w+\}\/documents(?=\/)/;

function placeNamed({ node, ancestors }: Site): string {
  const around = [...ancestors, node];
  const declaration = around.find((each) => each.kind === 'function');
  if (declaration !== undefined) return `${declaration.name}()`;
  const allow = around.find((each) => each.kind === 'allow');
  const methods = allow === undefined ? '' : ` allow ${allow.methods.map(({ name }) => name).join(', ')}`;
  const path = patternOf(around);
  return `${path.replace(root, '') || path}${methods}`;
}

function askedFunctions(ruleset: Ruleset): ReadonlySet<FunctionDeclaration> {
  const asked = [...walk(ruleset)].flatMap(({ node, ancestors }) =>
    node.kind === 'allow' ? functionsAskedBy(node, ancestors).map(({ declaration }) => declaration) : [],
  );
  return new Set(asked);
}

function isIdle({ node, ancestors }: Site, asked: ReadonlySet<FunctionDeclaration>): boolean {
  const around = [...ancestors, node].find((each) => each.kind === 'function');
  return around !== undefined && !asked.has(around);
}
