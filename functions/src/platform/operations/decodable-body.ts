/** JSON deeper than this is nobody's input. */
const deepest = 32;
/** More values than this are nobody's input either: an order of a hundred lines has three hundred. */
const mostValues = 10_000;
/** Keys that the SDK's decoder gives a meaning of its own, or that would set a prototype. */
const refusedKeys: ReadonlySet<string> = new Set(['@type', '__proto__']);

/**
 * The body of a call as the SDK can decode it. The decoder runs before any of our code and answers its own faults with
 * `internal`; what it can't decode is replaced by the tenant that was named and a field that no schema knows,
 * so that the call is judged in the usual order and refused as bad input.
 */
export function decodableBody(body: unknown): unknown {
  // The SDK writes what is no call into the log as it is, whoever's data it holds.
  if (isContainer(body) && !Object.hasOwn(body, 'data')) return {};
  if (!isRecord(body) || isDecodable(body.data)) return body;
  const tenantId = isRecord(body.data) && Object.hasOwn(body.data, 'tenantId') ? body.data.tenantId : undefined;
  return { data: { ...(typeof tenantId === 'string' ? { tenantId } : {}), undecodable: true } };
}

/** Walks without recursion, and stops early: depth and size are what it guards against. */
function isDecodable(data: unknown): boolean {
  let level = [data].filter(isContainer);
  let values = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    const next: object[] = [];
    for (const container of level) {
      const keys = Array.isArray(container) ? [] : Object.keys(container);
      values += Array.isArray(container) ? container.length : keys.length;
      if (values > mostValues || keys.some((key) => refusedKeys.has(key))) return false;
      for (const value of Object.values(container)) if (isContainer(value)) next.push(value);
    }
    level = next;
  }
  return true;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
