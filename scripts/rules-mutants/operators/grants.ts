import { verbsOf, type Verb, verbs } from '../language/grants.ts';
import { printPattern } from '../language/print.ts';
import type { Allow, FunctionDeclaration, Match } from '../language/tree.ts';
import type { Site } from '../language/walk.ts';
import { isPredicate } from '../language/scope.ts';
import { on, type Edit, type Operator } from './operator.ts';

function sayMethods({ methods }: Allow, names: readonly string[]): Edit {
  const last = methods.at(-1);
  const from = methods[0]?.at.from ?? 0;
  return { from, to: last?.at.to ?? from, text: names.join(', ') };
}

const exchanged = {
  get: 'list',
  list: 'get',
  create: 'update',
  update: 'create',
  delete: 'update',
} as const satisfies Record<Verb, Verb>;

const never = 'allow read: if false;';

/** Takes an item away. The compiler wants no empty body: where it would be, an allow stays that never does. */
function without(item: Allow | Match, { ancestors }: Site): Edit[] {
  const parent = ancestors.at(-1);
  const alone = (parent?.kind === 'match' || parent?.kind === 'service') && parent.items.length === 1;
  const left = parent?.kind === 'service' ? `match /{anything=**} { ${never} }` : never;
  return [{ ...item.at, text: alone ? left : '' }];
}

/** What every request lies below: another name there would only match what no request can name. */
const roots = [/^\/databases\/\{\w+\}\/documents$/, /^\/b\/\{\w+\}\/o$/];

export const grants: readonly Operator[] = [
  {
    name: 'grant',
    does: 'allows always what was allowed on a condition',
    edits: on('allow', ({ condition }) =>
      condition === undefined || condition.kind === 'boolean' ? [] : [{ ...condition.at, text: 'true' }],
    ),
  },
  { name: 'remove-allow', does: 'takes an `allow` away, which denies', edits: on('allow', without) },
  {
    name: 'add-method',
    does: 'allows one method more',
    edits: on('allow', (node) => {
      const present = verbsOf(node);
      return verbs.filter((verb) => !present.includes(verb)).map((verb) => sayMethods(node, [...present, verb]));
    }),
  },
  {
    name: 'remove-method',
    does: 'allows one method less',
    edits: on('allow', (node) => {
      const present = verbsOf(node);
      if (present.length < 2) return [];
      return present.map((verb) =>
        sayMethods(
          node,
          present.filter((other) => other !== verb),
        ),
      );
    }),
  },
  {
    name: 'exchange-method',
    does: 'writes `list` for `get`, `create` for `update`, and the reverse',
    edits: on('allow', (node) => {
      const present = verbsOf(node);
      return present
        .filter((verb) => !present.includes(exchanged[verb]))
        .map((verb) =>
          sayMethods(
            node,
            present.map((other) => (other === verb ? exchanged[verb] : other)),
          ),
        );
    }),
  },
  { name: 'remove-match', does: 'takes a `match` away with all that is in it', edits: on('match', without) },
  {
    name: 'widen-match',
    does: 'lets a variable match all that follows (`{x=**}`), or any name where one is written',
    edits: on('segment', (node, { ancestors }) => {
      const match = ancestors.at(-1);
      if (match?.kind !== 'match' || roots.some((root) => root.test(printPattern(match.path)))) return [];
      if (node.binds === 'nothing') return [{ ...node.at, text: '{anything}' }];
      const last = match.path.at(-1) === node;
      return node.binds === 'one' && last ? [{ ...node.at, text: `{${node.name}=**}` }] : [];
    }),
  },
  {
    name: 'constant-answer',
    does: 'lets a yes-or-no function of the rules answer the same whatever it is asked',
    edits: on('function', (node: FunctionDeclaration, { ancestors }) =>
      isPredicate(node, ancestors) ? ['true', 'false'].map((text) => ({ ...node.result.outer, text })) : [],
    ),
  },
];
