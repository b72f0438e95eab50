import type { Scanner } from './scanner.ts';
import type { Binding, Expression, PathSegment, Segment } from './tree.ts';

/** What a segment that is written out may hold. */
const written = /\s*[A-Za-z0-9_\-.~%+@:*<&']+/y;
const bracketed = /\s*(?:\([A-Za-z0-9_-]+\)|\{[A-Za-z_]\w*(?:=\*\*?)?\})/y;
const bindings = { '': 'one', '=**': 'rest', '=*': 'one' } as const satisfies Record<string, Binding>;

/** Reads a path literal, `$(…)` with the given reader. A slash before a space is a division and no path's. */
export function parsePath(scanner: Scanner, parseExpression: (scanner: Scanner) => Expression): PathSegment[] {
  const segments: PathSegment[] = [];
  while (/^\/\S/.test(scanner.source.slice(scanner.start, scanner.start + 2))) {
    scanner.take();
    if (scanner.accept('$(')) {
      segments.push(parseExpression(scanner));
      scanner.expect(')');
    } else {
      segments.push((scanner.match(bracketed) ?? scanner.match(written) ?? scanner.fail('a segment of a path')).trim());
    }
  }
  return segments.length > 0 ? segments : scanner.fail('a segment of a path');
}

/** Reads what a `match` names. */
export function parsePattern(scanner: Scanner): Segment[] {
  const segments: Segment[] = [];
  while (scanner.accept('/')) segments.push(parseSegment(scanner));
  return segments.length > 0 ? segments : scanner.fail('a path');
}

function parseSegment(scanner: Scanner): Segment {
  const from = scanner.start;
  if (!scanner.accept('{')) {
    const name = (scanner.match(bracketed) ?? scanner.match(written) ?? scanner.fail('a segment of a path')).trim();
    return { kind: 'segment', name, binds: 'nothing', at: { from, to: scanner.end } };
  }
  const name = scanner.name('a variable');
  const tail = ['=**', '=*'].find((sign) => scanner.accept(sign)) ?? '';
  scanner.expect('}');
  return { kind: 'segment', name, binds: bindings[tail as keyof typeof bindings], at: { from, to: scanner.end } };
}
