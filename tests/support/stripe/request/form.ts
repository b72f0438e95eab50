/** What a form field holds: text, or more fields below it. Lists are fields named 0, 1, … */
export type Raw = string | Fields;
export type Fields = { [name: string]: Raw };

/** Reads `a[b][0]=c&d[]=e` as Stripe's clients write it. Throws a RangeError for names that contradict each other. */
export function parseForm(text: string): Fields {
  const fields: Fields = {};
  for (const [name, value] of new URLSearchParams(text)) set(fields, stepsOf(name), value);
  return fields;
}

/** `items[0][price]` is items, 0, price. */
function stepsOf(name: string): readonly string[] {
  const open = name.indexOf('[');
  if (open < 1 || !name.endsWith(']')) return [name];
  return [name.slice(0, open), ...name.slice(open + 1, -1).split('][')];
}

function set(fields: Fields, steps: readonly string[], value: string): void {
  let at = fields;
  steps.forEach((step, index) => {
    const key = step === '' ? String(Object.keys(at).length) : step;
    if (index === steps.length - 1) {
      if (typeof at[key] === 'object') throw new RangeError(steps.join('.'));
      at[key] = value;
      return;
    }
    const below = at[key] ?? {};
    if (typeof below === 'string') throw new RangeError(steps.join('.'));
    at[key] = below;
    at = below;
  });
}
