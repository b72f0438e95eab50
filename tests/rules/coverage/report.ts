import type { Project } from '../../support/rules/project.ts';
import { succeed } from '../../support/rules/rest.ts';

/** An expression of the rules, and what it came to in all the requests that a project has seen. */
export type Expression = {
  readonly line: number;
  /** As it stands in the rules, on one line. */
  readonly text: string;
  /** Whether it was evaluated at all. */
  readonly reached: boolean;
  /** Whether it came to true or false and to nothing else; what is read from a document or a token can be anything. */
  readonly isBoolean: boolean;
  readonly wasTrue: boolean;
  readonly wasFalse: boolean;
  /** What went wrong in this very expression and not in a part of it, without the names that differ from case to case. */
  readonly errors: readonly string[];
};

/** Empty where the rules did not come to it: behind a `&&`, or before a document that they read was fetched. */
type Value = { readonly boolValue?: boolean; readonly undefined?: { readonly causeMessage?: string } };
type Node = {
  readonly sourcePosition: { readonly line: number; readonly currentOffset: number; readonly endOffset: number };
  readonly values?: readonly { readonly value: Value }[];
  readonly children?: readonly Node[];
};
type Report = {
  readonly rules: { readonly files: readonly { readonly content: string }[] };
  readonly report: readonly Node[];
};

/** Every expression of the project's rules, as the emulator has seen it so far. */
export async function readCoverage({ id }: Project): Promise<Expression[]> {
  const { text } = await succeed('GET', `/emulator/v1/projects/${id}:ruleCoverage`, undefined);
  const { rules, report } = JSON.parse(text) as Report;
  const source = rules.files[0]?.content ?? '';
  return report.flatMap((node) => expressionsOf(node, source));
}

function expressionsOf(node: Node, source: string): Expression[] {
  const values = (node.values ?? []).map(({ value }) => value);
  const evaluated = values.filter((value) => value.undefined === undefined && Object.keys(value).length > 0);
  const children = node.children ?? [];
  const text = textOf(node, source);
  return [
    {
      line: node.sourcePosition.line,
      text,
      reached: evaluated.length > 0 || errorsOf(node).length > 0,
      isBoolean: evaluated.length > 0 && evaluated.every(({ boolValue }) => boolValue !== undefined),
      wasTrue: evaluated.some(({ boolValue }) => boolValue === true),
      wasFalse: evaluated.some(({ boolValue }) => boolValue === false),
      errors: isCallOfOurs(text, source) ? [] : ownErrors(node, children),
    },
    ...children.flatMap((child) => expressionsOf(child, source)),
  ];
}

/** The emulator reports the place of the last character of the last part, which leaves out what closes a call. */
function textOf({ sourcePosition: { currentOffset, endOffset } }: Node, source: string): string {
  const text = source.slice(currentOffset, endOffset + 1).replaceAll(/\s+/g, ' ');
  const open: string[] = [];
  for (const character of text.replaceAll(/'(?:\\.|[^'\\])*'/g, '')) {
    if (character === '(') open.push(')');
    else if (character === '[') open.push(']');
    else if (character === open.at(-1)) open.pop();
  }
  return text + open.toReversed().join('') + (source[endOffset + 1] === '(' ? '()' : '');
}

/** What goes wrong in a function is reported where its body stands, and again at every call. */
function isCallOfOurs(text: string, source: string): boolean {
  const name = /^(\w+)\(.*\)$/.exec(text)?.[1];
  return name !== undefined && new RegExp(`function\\s+${name}\\b`).test(source);
}

function ownErrors(node: Node, children: readonly Node[]): string[] {
  const inherited = new Set(children.flatMap(errorsOf));
  return [...new Set(errorsOf(node))].filter((error) => !inherited.has(error));
}

function errorsOf({ values = [] }: Node): string[] {
  return values.flatMap(
    ({ value }) => value.undefined?.causeMessage?.replace(/Property .+? is/, 'A property is') ?? [],
  );
}
