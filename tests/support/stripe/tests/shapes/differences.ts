/** Where an answer has another shape than an example: a key too few, a key too many, another type. By path. */
export type Difference = { readonly path: string; readonly is: 'missing' | 'unknown' | 'type'; readonly saw?: string };

/** Keys whose values are the caller's own words, or are told apart by a `type` of which an example shows one. */
const free = new Set(['metadata', 'payload', 'previous_attributes', 'payment_method_options']);

/** Compares recursively. Null on either side fits anything: the SDK's types, which are checked elsewhere, say where it may be. */
export function differences(answer: unknown, example: unknown, path = ''): readonly Difference[] {
  if (answer === null || example === null) return [];
  const [saw, wanted] = [typeOf(answer), typeOf(example)];
  if (saw !== wanted) return [{ path, is: 'type', saw: `${saw} for ${wanted}` }];
  if (Array.isArray(answer) && Array.isArray(example)) {
    const [first] = example as unknown[];
    return first === undefined ? [] : unique(answer.flatMap((each) => differences(each, first, `${path}[]`)));
  }
  if (!isObject(answer) || !isObject(example)) return [];
  const missing = Object.keys(example).filter((key) => !(key in answer));
  const unknown = Object.keys(answer).filter((key) => !(key in example));
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  return [
    ...missing.map((key) => ({ path: at(key), is: 'missing' as const })),
    ...unknown.map((key) => ({ path: at(key), is: 'unknown' as const })),
    ...Object.keys(answer).flatMap((key) =>
      key in example && !free.has(key) ? differences(answer[key], example[key], at(key)) : [],
    ),
  ];
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function unique(all: readonly Difference[]): readonly Difference[] {
  return [...new Map(all.map((each) => [`${each.is} ${each.path}`, each])).values()];
}
