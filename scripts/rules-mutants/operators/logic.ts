import type { Expression, LogicOperator, Node } from '../language/tree.ts';
import { cuts, on, putSame, written, type Edit, type Operator, type Subject } from './operator.ts';

const other = { '&&': '||', '||': '&&' } as const satisfies Record<LogicOperator, LogicOperator>;

function drop(operator: LogicOperator): Operator['edits'] {
  return on('logic', (node) => (node.operator === operator ? cuts(node.operands) : []));
}

/** Whether something is asked here that is answered yes or no, so that it can be negated. */
function isAsked(node: Expression, parent: Node | undefined): boolean {
  if (parent?.kind === 'logic' || parent?.kind === 'allow') return true;
  if (parent?.kind === 'ternary') return parent.test === node;
  return parent?.kind === 'function' && (node.kind === 'logic' || isComparison(node));
}

function isComparison(node: Expression): boolean {
  return (
    node.kind === 'is' || (node.kind === 'binary' && ['in', '==', '!=', '<', '<=', '>', '>='].includes(node.operator))
  );
}

function negation(node: Expression, subject: Subject): Edit {
  if (node.kind === 'unary' && node.operator === '!') return putSame(subject, node, node.operand);
  const text = written(subject, node);
  const whole = node.kind === 'call' || node.outer.from !== node.at.from;
  return { ...node.outer, text: whole ? `!${text}` : `!(${text})` };
}

export const logic: readonly Operator[] = [
  { name: 'drop-conjunct', does: 'leaves out one side of `&&`', edits: drop('&&') },
  { name: 'drop-disjunct', does: 'leaves out one side of `||`', edits: drop('||') },
  {
    name: 'swap-logic',
    does: 'writes `||` for one `&&`, and the reverse',
    edits: on('logic', ({ operator, operands }) =>
      operands.slice(1).map((operand, index) => {
        const from = operands[index]?.outer.to ?? operand.outer.from;
        return { from, to: operand.outer.from, text: ` ${other[operator]} ` };
      }),
    ),
  },
  {
    name: 'negate',
    does: 'negates a condition, one side of a chain, or what a function answers; takes a `!` away',
    edits: ({ node, ancestors }, subject) => {
      if (!('outer' in node) || node.kind === 'boolean') return [];
      return isAsked(node, ancestors.at(-1)) ? [negation(node, subject)] : [];
    },
  },
  {
    name: 'take-branch',
    does: 'takes one branch of `a ? b : c` whatever `a` is, or exchanges them',
    edits: on('ternary', (node, _, subject) => [
      putSame(subject, node, node.yes),
      putSame(subject, node, node.no),
      {
        from: node.yes.outer.from,
        to: node.no.outer.to,
        text: `${written(subject, node.no)} : ${written(subject, node.yes)}`,
      },
    ]),
  },
];
