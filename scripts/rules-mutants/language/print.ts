import { levelOf, levelOfOperator, levels, postfixLevel, unaryLevel } from './precedence.ts';
import type { Allow, Expression, FunctionDeclaration, Item, Match, PathSegment, Ruleset, Segment } from './tree.ts';

/** The rules in one fixed form, without comments: two texts of the same tree print the same. */
export function print({ version, functions, services }: Ruleset): string {
  const head = version === undefined ? [] : [`rules_version = '${version}';`];
  const body = services.map(({ name, items }) => block(`service ${name}`, items.map(printItem)));
  return `${[...head, ...functions.map(printFunction), ...body].join('\n')}\n`;
}

function block(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.flatMap((line) => line.split('\n')).map((line) => `  ${line}`), '}'].join('\n');
}

function printItem(item: Item): string {
  if (item.kind === 'match') return printMatch(item);
  return item.kind === 'allow' ? printAllow(item) : printFunction(item);
}

function printMatch({ path, items }: Match): string {
  return block(`match ${printPattern(path)}`, items.map(printItem));
}

/** What a `match` names: `/a/{b}`. */
export function printPattern(path: readonly Segment[]): string {
  return path.map((segment) => `/${printSegment(segment)}`).join('');
}

function printSegment({ name, binds }: Segment): string {
  if (binds === 'nothing') return name;
  return binds === 'one' ? `{${name}}` : `{${name}=**}`;
}

function printAllow({ methods, condition }: Allow): string {
  const names = methods.map(({ name }) => name).join(', ');
  return `allow ${names}${condition === undefined ? '' : `: if ${printExpression(condition)}`};`;
}

/** A function as it stands in the rules. */
export function printFunction({ name, parameters, lets, result }: FunctionDeclaration): string {
  const lines = lets.map(({ name: variable, value }) => `let ${variable} = ${printExpression(value)};`);
  return block(`function ${name}(${parameters.join(', ')})`, [...lines, `return ${printExpression(result)};`]);
}

/** An expression on one line, with no more parentheses than the language needs or a reader might. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'string':
      return `${expression.prefix}${expression.quote}${expression.raw}${expression.quote}`;
    case 'boolean':
      return String(expression.value);
    case 'null':
      return 'null';
    case 'name':
      return expression.name;
    case 'unary':
      return `${expression.operator}${unaryOperand(expression.operator, expression.operand)}`;
    case 'logic': {
      const level = levelOfOperator(expression.operator);
      return expression.operands.map((operand) => within(operand, level + 1)).join(` ${expression.operator} `);
    }
    case 'binary':
      return printBinary(expression.operator, expression.left, expression.right);
    case 'is':
      return `${within(expression.operand, levels.sum)} is ${expression.type}`;
    case 'ternary':
      return `${within(expression.test, levels['||'])} ? ${within(expression.yes, 0)} : ${within(expression.no, 0)}`;
    case 'member':
      return `${object(expression.object)}.${expression.name}`;
    case 'index':
      return `${object(expression.object)}[${printExpression(expression.index)}]`;
    case 'slice':
      return `${object(expression.object)}[${beforeColon(expression.start)}:${bound(expression.end)}]`;
    case 'call':
      return `${object(expression.callee)}(${printAll(expression.args)})`;
    case 'list':
      return `[${printAll(expression.items)}]`;
    case 'map':
      return `{${expression.entries.map(({ key, value }) => `${beforeColon(key)}: ${printExpression(value)}`).join(', ')}}`;
    case 'path':
      return expression.segments.map((segment) => `/${printPathSegment(segment)}`).join('');
  }
}

/** Comparisons inside one another are put into parentheses: documentation and compiler disagree on their order. */
function printBinary(operator: Parameters<typeof levelOfOperator>[0], left: Expression, right: Expression): string {
  const level = levelOfOperator(operator);
  const comparing = level <= levels.order;
  const [leftLeast, rightLeast] = comparing ? [levels.sum, levels.sum] : [level, level + 1];
  return `${within(left, leftLeast)} ${operator} ${within(right, rightLeast)}`;
}

function unaryOperand(operator: string, operand: Expression): string {
  // The compiler takes `--` for a decrement.
  const doubled = operator === '-' && operand.kind === 'unary' && operand.operator === '-';
  return doubled ? `(${printExpression(operand)})` : within(operand, unaryLevel);
}

/** What something is asked of: a path or a number would swallow the dot that follows it. */
function object(expression: Expression): string {
  const swallows = expression.kind === 'path' || expression.kind === 'number';
  return swallows ? `(${printExpression(expression)})` : within(expression, postfixLevel);
}

/** An expression where at least this level is asked for. */
function within(expression: Expression, least: number): string {
  const text = printExpression(expression);
  return levelOf(expression) < least ? `(${text})` : text;
}

function bound(expression: Expression | undefined): string {
  return expression === undefined ? '' : printExpression(expression);
}

/** A path would take the colon for one of its own letters. */
function beforeColon(expression: Expression | undefined): string {
  const text = bound(expression);
  return expression === undefined || expression.kind === 'string' ? text : `${text} `;
}

function printAll(expressions: readonly Expression[]): string {
  return expressions.map((expression) => printExpression(expression)).join(', ');
}

function printPathSegment(segment: PathSegment): string {
  return typeof segment === 'string' ? segment : `$(${printExpression(segment)})`;
}
