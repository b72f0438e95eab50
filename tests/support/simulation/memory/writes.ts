import { FieldValue, Timestamp } from 'firebase-admin/firestore';
import { codes, type Data, fault, isMap, stored } from './values.ts';

export type Verb = 'create' | 'set' | 'merge' | 'update' | 'delete';

/** A write: what it makes of a document that is there or (`undefined`) is not. Throws what Firestore answers. */
export type Write = {
  readonly verb: Verb;
  readonly path: string;
  readonly apply: (before: Data | undefined) => Data | undefined;
};

const applying = {
  create: (data, before, path) => {
    if (before !== undefined) throw fault(codes.alreadyExists, `${path} exists.`);
    return whole(data);
  },
  set: (data) => whole(data),
  merge: (data, before = {}) => merged(before, data),
  update: (data, before, path) => {
    if (before === undefined) throw fault(codes.notFound, `${path} does not exist.`);
    return updated(before, data);
  },
  delete: () => undefined,
} as const satisfies Record<Verb, (data: Data, before: Data | undefined, path: string) => Data | undefined>;

/** Throws at once what the SDK refuses before it asks. */
export function writeOf(verb: Verb, path: string, data: Data): Write {
  if (verb === 'update' && Object.keys(data).length === 0) throw new Error('At least one field must be updated.');
  const apply: Write['apply'] = (before) => applying[verb](data, before, path);
  apply(verb === 'update' ? {} : undefined);
  return { verb, path, apply };
}

/** Throws where one request writes a document and then makes it anew, or takes it away and then changes it. */
export function requireSense(writes: readonly Write[]): void {
  const last = new Map<string, Verb>();
  for (const { verb, path } of writes) {
    const before = last.get(path);
    const isSenseless =
      verb === 'create' ? before !== undefined && before !== 'delete' : verb === 'update' && before === 'delete';
    if (isSenseless) throw fault(codes.invalidArgument, `Cannot ${String(before)} and then ${verb} ${path}.`);
    last.set(path, verb);
  }
}

/** All fields anew; those that the server computes find nothing there before. */
function whole(data: Data): Data {
  const entries = Object.entries(data).map(([key, value]) => [key, field(value, undefined)] as const);
  return Object.freeze(Object.fromEntries(entries));
}

/** Maps field by field, everything else in the place of what was. */
function merged(before: Data, data: Data): Data {
  const after: Record<string, unknown> = { ...before };
  for (const [key, value] of Object.entries(data)) {
    const was = before[key];
    if (isDeletion(value)) delete after[key];
    else if (isMap(value) && Object.keys(value).length > 0) {
      const within = merged(isMap(was) ? was : {}, value);
      if (isMap(was) || Object.keys(within).length > 0) after[key] = within;
    } else after[key] = field(value, was);
  }
  return Object.freeze(after);
}

/** Each named field in the place of what was; a name with points leads into maps. */
function updated(before: Data, data: Data): Data {
  return Object.entries(data).reduce((present, [path, value]) => placed(present, path.split('.'), value), before);
}

function placed(before: Data, [key = '', ...further]: readonly string[], value: unknown): Data {
  const after: Record<string, unknown> = { ...before };
  const was = before[key];
  if (further.length > 0) {
    if (!isMap(was) && isDeletion(value)) return before;
    after[key] = placed(isMap(was) ? was : {}, further, value);
  } else if (isDeletion(value)) delete after[key];
  else after[key] = field(value, was);
  return Object.freeze(after);
}

/** One field's next value. Those in a map that is written whole find nothing there before, and are not taken away. */
function field(value: unknown, before: unknown): unknown {
  if (value instanceof FieldValue) return computed(value, before);
  if (!isMap(value)) return stored(value);
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, field(each, undefined)])));
}

function isDeletion(value: unknown): boolean {
  return value instanceof FieldValue && value.isEqual(FieldValue.delete());
}

/** What the server computes: its clock, and a number with something added. Others are refused, since nobody uses them. */
function computed(value: FieldValue, before: unknown): unknown {
  if (value.isEqual(FieldValue.serverTimestamp())) return Timestamp.now();
  const added: unknown = Reflect.get(value, 'operand');
  if (typeof added === 'number' && value.isEqual(FieldValue.increment(added)))
    return (typeof before === 'number' ? before : 0) + added;
  throw new Error('This database does not compute such a value here.');
}
