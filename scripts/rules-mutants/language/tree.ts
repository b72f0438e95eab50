/** Offsets into the source, the second behind the last character. */
export type Range = { readonly from: number; readonly to: number };

/** What every node knows of its place. Nothing of this counts when trees are compared. */
type Placed = { readonly at: Range };

/** An expression also knows where its own parentheses begin and end; without any, `outer` equals `at`. */
type PlacedExpression = Placed & { readonly outer: Range };

export type Ruleset = Placed & {
  readonly kind: 'ruleset';
  readonly version: string | undefined;
  readonly functions: readonly FunctionDeclaration[];
  readonly services: readonly Service[];
};

export type Service = Placed & { readonly kind: 'service'; readonly name: string; readonly items: readonly Item[] };
export type Item = Match | Allow | FunctionDeclaration;

export type Match = Placed & {
  readonly kind: 'match';
  readonly path: readonly Segment[];
  readonly items: readonly Item[];
};

/** A name, a variable for one segment `{x}`, or one for all that follow `{x=**}`. */
export type Segment = Placed & { readonly kind: 'segment'; readonly name: string; readonly binds: Binding };
export type Binding = 'nothing' | 'one' | 'rest';

export type Allow = Placed & {
  readonly kind: 'allow';
  readonly methods: readonly Method[];
  /** Absent where an allow has no condition: it always allows. */
  readonly condition: Expression | undefined;
};
export type Method = Placed & { readonly kind: 'method'; readonly name: string };

export type FunctionDeclaration = Placed & {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly string[];
  readonly lets: readonly Let[];
  readonly result: Expression;
};
export type Let = Placed & { readonly kind: 'let'; readonly name: string; readonly value: Expression };

export type Expression = Literal | Name | Operation | Access | Collection | Path;

type Literal = PlacedExpression &
  (
    | { readonly kind: 'number'; readonly text: string }
    /** `raw` is what stands between the quotes, escapes and all; `prefix` is `b` where it is bytes. */
    | { readonly kind: 'string'; readonly quote: string; readonly raw: string; readonly prefix: string }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'null' }
  );

type Name = PlacedExpression & { readonly kind: 'name'; readonly name: string };

type Operation = PlacedExpression &
  (
    | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly operand: Expression }
    /** A chain of one operator, flat: what is joined by `&&` alone is one node. */
    | { readonly kind: 'logic'; readonly operator: LogicOperator; readonly operands: readonly Expression[] }
    | {
        readonly kind: 'binary';
        readonly operator: BinaryOperator;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'is'; readonly operand: Expression; readonly type: string }
    | {
        readonly kind: 'ternary';
        readonly test: Expression;
        readonly yes: Expression;
        readonly no: Expression;
      }
  );

export type LogicOperator = '&&' | '||';
export type BinaryOperator = 'in' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '/' | '%';

type Access = PlacedExpression &
  (
    | { readonly kind: 'member'; readonly object: Expression; readonly name: string }
    | { readonly kind: 'index'; readonly object: Expression; readonly index: Expression }
    | {
        readonly kind: 'slice';
        readonly object: Expression;
        readonly start: Expression | undefined;
        readonly end: Expression | undefined;
      }
    | { readonly kind: 'call'; readonly callee: Expression; readonly args: readonly Expression[] }
  );

type Collection = PlacedExpression &
  (
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'map'; readonly entries: readonly Entry[] }
  );
export type Entry = { readonly key: Expression; readonly value: Expression };

/** `/a/$(b)/c`; a segment that is no expression is kept as it is written, `(default)` and `{x}` among them. */
type Path = PlacedExpression & { readonly kind: 'path'; readonly segments: readonly PathSegment[] };
export type PathSegment = string | Expression;

export type ExpressionOf<Kind extends Expression['kind']> = Extract<Expression, { readonly kind: Kind }>;
export type Node = Ruleset | Service | Match | Segment | Allow | Method | FunctionDeclaration | Let | Expression;

const placing = new Set(['at', 'outer']);

/** The tree without its places, for comparison: what two texts of the same rules have in common. */
export function withoutPlaces(node: Node): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (placing.has(key) ? undefined : value)));
}
