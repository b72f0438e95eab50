/** A piece of text: its kind, how it is written, and where. */
export type Token = { readonly kind: TokenKind; readonly text: string; readonly from: number; readonly to: number };
export type TokenKind = 'name' | 'number' | 'string' | 'sign' | 'end';

/** The rules are not in the language. The message names line and column. */
export class RulesSyntaxError extends Error {}

const space = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const patterns = [
  ['string', /[bB]?(?:'(?:\\[^]|[^'\\\n])*'|"(?:\\[^]|[^"\\\n])*")/y],
  ['name', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)/y],
  ['sign', /(?:&&|\|\||==|!=|<=|>=|=\*\*|=\*|\$\(|[-!<>+*/%?:,;.=(){}[\]])/y],
] as const satisfies readonly (readonly [TokenKind, RegExp])[];

/** Reads a text piece by piece. Paths are read by pattern, since what ends a segment is not what ends a name. */
export class Scanner {
  readonly source: string;
  #position = 0;
  #next: Token | undefined;
  /** Where the last piece that was taken ends. */
  end = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** The next token, which stays the next one. */
  peek(): Token {
    this.#next ??= this.#read();
    return this.#next;
  }

  take(): Token {
    const token = this.peek();
    this.#advance(token.to);
    return token;
  }

  /** Takes the next token when it is this sign or word. */
  accept(text: string): boolean {
    const next = this.peek();
    if (next.text !== text || next.kind === 'string') return false;
    this.take();
    return true;
  }

  expect(text: string): void {
    if (!this.accept(text)) this.fail(`"${text}"`);
  }

  name(what: string): string {
    return this.peek().kind === 'name' ? this.take().text : this.fail(what);
  }

  /** Takes what a sticky pattern finds right behind the last piece, space included in the search or not at all. */
  match(pattern: RegExp): string | undefined {
    const [found] = find(pattern, this.source, this.end) ?? [];
    if (found !== undefined) this.#advance(this.end + found.length);
    return found;
  }

  /** Where the next token begins. */
  get start(): number {
    return this.peek().from;
  }

  fail(expected: string): never {
    const { from, text } = this.peek();
    const { line, column } = placeOf(this.source, from);
    throw new RulesSyntaxError(`${line}:${column}: expected ${expected}, found ${text === '' ? 'the end' : text}`);
  }

  #advance(to: number): void {
    this.#position = to;
    this.end = to;
    this.#next = undefined;
  }

  #read(): Token {
    const from = this.#position + (find(space, this.source, this.#position)?.[0].length ?? 0);
    for (const [kind, pattern] of patterns) {
      const text = find(pattern, this.source, from)?.[0];
      if (text !== undefined) return { kind, text, from, to: from + text.length };
    }
    const rest = this.source.charAt(from);
    return { kind: rest === '' ? 'end' : 'sign', text: rest, from, to: from + rest.length };
  }
}

function find(pattern: RegExp, source: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(source);
}

/** Line and column of an offset, both from 1. */
export function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
