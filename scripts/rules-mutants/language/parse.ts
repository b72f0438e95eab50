import { parseExpression } from './parse-expression.ts';
import { parsePattern } from './parse-path.ts';
import { Scanner } from './scanner.ts';
import type { Allow, FunctionDeclaration, Item, Let, Match, Method, Ruleset, Service } from './tree.ts';

/** The tree of a ruleset, for Firestore or Storage. Throws a RulesSyntaxError that names line and column. */
export function parse(source: string): Ruleset {
  const scanner = new Scanner(source);
  const version = parseVersion(scanner);
  const functions: FunctionDeclaration[] = [];
  const services: Service[] = [];
  while (scanner.peek().kind !== 'end') {
    if (scanner.peek().text === 'function') functions.push(parseFunction(scanner));
    else services.push(parseService(scanner));
  }
  return { kind: 'ruleset', version, functions, services, at: { from: 0, to: source.length } };
}

function parseVersion(scanner: Scanner): string | undefined {
  if (!scanner.accept('rules_version')) return undefined;
  scanner.expect('=');
  const { kind, text } = scanner.take();
  if (kind !== 'string') scanner.fail('a version in quotes');
  scanner.accept(';');
  return text.slice(1, -1);
}

function parseService(scanner: Scanner): Service {
  const from = scanner.start;
  scanner.expect('service');
  const parts = [scanner.name('the name of a service')];
  while (scanner.accept('.')) parts.push(scanner.name('the name of a service'));
  const items = parseItems(scanner);
  return { kind: 'service', name: parts.join('.'), items, at: { from, to: scanner.end } };
}

function parseItems(scanner: Scanner): Item[] {
  const items: Item[] = [];
  scanner.expect('{');
  while (!scanner.accept('}')) items.push(parseItem(scanner));
  return items;
}

function parseItem(scanner: Scanner): Item {
  const { text } = scanner.peek();
  if (text === 'match') return parseMatch(scanner);
  if (text === 'allow') return parseAllow(scanner);
  if (text === 'function') return parseFunction(scanner);
  return scanner.fail('match, allow or function');
}

function parseMatch(scanner: Scanner): Match {
  const { from } = scanner.take();
  const path = parsePattern(scanner);
  const items = parseItems(scanner);
  return { kind: 'match', path, items, at: { from, to: scanner.end } };
}

function parseAllow(scanner: Scanner): Allow {
  const { from } = scanner.take();
  const methods: Method[] = [];
  do {
    const start = scanner.start;
    methods.push({ kind: 'method', name: scanner.name('a method'), at: { from: start, to: scanner.end } });
  } while (scanner.accept(','));
  const conditional = scanner.accept(':');
  if (conditional) scanner.expect('if');
  const condition = conditional ? parseExpression(scanner) : undefined;
  scanner.accept(';');
  return { kind: 'allow', methods, condition, at: { from, to: scanner.end } };
}

function parseFunction(scanner: Scanner): FunctionDeclaration {
  const { from } = scanner.take();
  const name = scanner.name('the name of a function');
  const parameters: string[] = [];
  scanner.expect('(');
  while (!scanner.accept(')')) {
    parameters.push(scanner.name('a parameter'));
    if (scanner.peek().text !== ')') scanner.expect(',');
  }
  scanner.expect('{');
  const lets: Let[] = [];
  while (scanner.peek().text === 'let') lets.push(parseLet(scanner));
  scanner.expect('return');
  const result = parseExpression(scanner);
  scanner.accept(';');
  scanner.expect('}');
  return { kind: 'function', name, parameters, lets, result, at: { from, to: scanner.end } };
}

function parseLet(scanner: Scanner): Let {
  const { from } = scanner.take();
  const name = scanner.name('a name');
  scanner.expect('=');
  const value = parseExpression(scanner);
  scanner.expect(';');
  return { kind: 'let', name, value, at: { from, to: scanner.end } };
}
