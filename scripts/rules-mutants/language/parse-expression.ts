import { parsePath } from './parse-path.ts';
import { isBinaryOperator, isLogicOperator, levelOfOperator, levels } from './precedence.ts';
import type { Scanner } from './scanner.ts';
import type { BinaryOperator, Entry, Expression, ExpressionOf, LogicOperator, Range } from './tree.ts';

/** Reads an expression that binds at least as tightly as `least`. */
export function parseExpression(scanner: Scanner, least: number = levels.ternary): Expression {
  let left = parseUnary(scanner);
  // A chain grows only while it has no parentheses of its own: `(a && b) && c` keeps its shape.
  let chain: ExpressionOf<'logic'> | undefined;
  for (;;) {
    const operator = nextOperator(scanner, least);
    if (operator === undefined) break;
    scanner.take();
    if (operator === 'is') {
      const type = scanner.name('a type');
      left = { kind: 'is', operand: left, type, ...placed(scanner, left.outer.from) };
    } else if (isLogicOperator(operator)) {
      left = chain = joined(scanner, operator, left, chain);
    } else {
      const right = parseExpression(scanner, levelOfOperator(operator) + 1);
      left = { kind: 'binary', operator, left, right, ...placed(scanner, left.outer.from) };
    }
  }
  return least === levels.ternary && scanner.accept('?') ? parseTernary(scanner, left) : left;
}

function joined(
  scanner: Scanner,
  operator: LogicOperator,
  left: Expression,
  chain: ExpressionOf<'logic'> | undefined,
): ExpressionOf<'logic'> {
  const right = parseExpression(scanner, levelOfOperator(operator) + 1);
  const before = left === chain && chain?.operator === operator ? chain.operands : [left];
  return { kind: 'logic', operator, operands: [...before, right], ...placed(scanner, left.outer.from) };
}

function parseTernary(scanner: Scanner, test: Expression): Expression {
  const yes = parseExpression(scanner);
  scanner.expect(':');
  const no = parseExpression(scanner);
  return { kind: 'ternary', test, yes, no, ...placed(scanner, test.outer.from) };
}

function nextOperator(scanner: Scanner, least: number): BinaryOperator | LogicOperator | 'is' | undefined {
  const { text, kind } = scanner.peek();
  if (kind === 'string') return undefined;
  if (text === 'is') return levels.is >= least ? text : undefined;
  if (!isBinaryOperator(text) && !isLogicOperator(text)) return undefined;
  return levelOfOperator(text) >= least ? text : undefined;
}

function parseUnary(scanner: Scanner): Expression {
  const { text, from } = scanner.peek();
  if (text !== '!' && text !== '-') return parsePostfix(scanner);
  scanner.take();
  return { kind: 'unary', operator: text, operand: parseUnary(scanner), ...placed(scanner, from) };
}

function parsePostfix(scanner: Scanner): Expression {
  let object = parsePrimary(scanner);
  for (;;) {
    const { from } = object.outer;
    if (scanner.accept('.')) {
      object = { kind: 'member', object, name: scanner.name('a member'), ...placed(scanner, from) };
    } else if (scanner.accept('(')) {
      object = { kind: 'call', callee: object, args: parseUntil(scanner, ')'), ...placed(scanner, from) };
    } else if (scanner.accept('[')) {
      object = parseIndex(scanner, object);
    } else {
      return object;
    }
  }
}

function parseIndex(scanner: Scanner, object: Expression): Expression {
  const bound = (end: string): Expression | undefined =>
    scanner.peek().text === end ? undefined : parseExpression(scanner);
  const start = bound(':');
  if (start !== undefined && scanner.accept(']')) {
    return { kind: 'index', object, index: start, ...placed(scanner, object.outer.from) };
  }
  scanner.expect(':');
  const end = bound(']');
  scanner.expect(']');
  return { kind: 'slice', object, start, end, ...placed(scanner, object.outer.from) };
}

function parsePrimary(scanner: Scanner): Expression {
  const { kind, text, from } = scanner.peek();
  if (text === '/') return { kind: 'path', segments: parsePath(scanner, parseExpression), ...placed(scanner, from) };
  if (kind !== 'sign' && kind !== 'end') scanner.take();
  if (kind === 'name') return { ...parseWord(text), ...placed(scanner, from) };
  if (kind === 'number') return { kind, text, ...placed(scanner, from) };
  if (kind === 'string') {
    const prefix = /^[bB]/.exec(text)?.[0] ?? '';
    const raw = text.slice(prefix.length + 1, -1);
    return { kind, prefix, quote: text.charAt(prefix.length), raw, ...placed(scanner, from) };
  }
  if (scanner.accept('(')) {
    const inner = parseExpression(scanner);
    scanner.expect(')');
    return { ...inner, outer: { from, to: scanner.end } };
  }
  if (scanner.accept('[')) return { kind: 'list', items: parseUntil(scanner, ']'), ...placed(scanner, from) };
  if (scanner.accept('{')) return { kind: 'map', entries: parseEntries(scanner), ...placed(scanner, from) };
  return scanner.fail('an expression');
}

type Word =
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'name'; readonly name: string };

function parseWord(text: string): Word {
  if (text === 'true' || text === 'false') return { kind: 'boolean', value: text === 'true' };
  return text === 'null' ? { kind: 'null' } : { kind: 'name', name: text };
}

/** What is separated by commas, up to the closing sign, which is taken. A comma may stand before it. */
function parseUntil(scanner: Scanner, close: string): Expression[] {
  const items: Expression[] = [];
  while (!scanner.accept(close)) {
    items.push(parseExpression(scanner));
    if (scanner.peek().text !== close) scanner.expect(',');
  }
  return items;
}

function parseEntries(scanner: Scanner): Entry[] {
  const entries: Entry[] = [];
  while (!scanner.accept('}')) {
    const key = parseExpression(scanner);
    scanner.expect(':');
    entries.push({ key, value: parseExpression(scanner) });
    if (scanner.peek().text !== '}') scanner.expect(',');
  }
  return entries;
}

function placed(scanner: Scanner, from: number): { readonly at: Range; readonly outer: Range } {
  const at = { from, to: scanner.end };
  return { at, outer: at };
}
