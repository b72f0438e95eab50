import type { BinaryOperator, Expression, LogicOperator } from './tree.ts';

/**
 * How tightly operators bind, loosest first, as the emulator's compiler has it. The documentation puts `in` and `is`
 * above the comparisons; the compiler reads `1 == 1 in [true]` as `(1 == 1) in [true]`.
 */
export const levels = {
  ternary: 0,
  '||': 1,
  '&&': 2,
  in: 3,
  is: 4,
  equality: 5,
  order: 6,
  sum: 7,
  product: 8,
} as const;
export const unaryLevel = 9;
export const postfixLevel = 10;

const binaryLevels = {
  in: levels.in,
  '==': levels.equality,
  '!=': levels.equality,
  '<': levels.order,
  '<=': levels.order,
  '>': levels.order,
  '>=': levels.order,
  '+': levels.sum,
  '-': levels.sum,
  '*': levels.product,
  '/': levels.product,
  '%': levels.product,
} as const satisfies Record<BinaryOperator, number>;

const logicLevels = { '&&': levels['&&'], '||': levels['||'] } as const satisfies Record<LogicOperator, number>;

export function isBinaryOperator(text: string): text is BinaryOperator {
  return text in binaryLevels;
}

export function isLogicOperator(text: string): text is LogicOperator {
  return text in logicLevels;
}

export function levelOfOperator(operator: BinaryOperator | LogicOperator): number {
  return isLogicOperator(operator) ? logicLevels[operator] : binaryLevels[operator];
}

/** How tightly a whole expression binds. */
export function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case 'ternary':
      return levels.ternary;
    case 'logic':
    case 'binary':
      return levelOfOperator(expression.operator);
    case 'is':
      return levels.is;
    case 'unary':
      return unaryLevel;
    case 'number':
    case 'string':
    case 'boolean':
    case 'null':
    case 'name':
    case 'member':
    case 'index':
    case 'slice':
    case 'call':
    case 'list':
    case 'map':
    case 'path':
      return postfixLevel;
  }
}
