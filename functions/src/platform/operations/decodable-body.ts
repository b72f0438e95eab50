/** JSON deeper than this is nobody's input. */
const deepest = 32;
/** Keys that the SDK's decoder gives a meaning of its own, or that would set a prototype. */
const refusedKeys: ReadonlySet<string> = new Set(['@type', '__proto__']);

/**
 * The body of a call as the SDK can decode it. The decoder runs before any of our code and answers its own faults with
 * `internal`; what it can't decode is replaced by the tenant that was named and a field that no schema knows,
 * so that the call is judged in the usual order and refused as bad input.
 */
export function decodableBody(body: unknown): unknown {
  if (!isRecord(body) || isDecodable(body.data)) return body;
  const tenantId = isRecord(body.data) && Object.hasOwn(body.data, 'tenantId') ? body.data.tenantId : undefined;
  return { data: { ...(typeof tenantId === 'string' ? { tenantId } : {}), undecodable: true } };
}

/** Walks without recursion: depth is what it guards against. */
function isDecodable(data: unknown): boolean {
  let level: unknown[] = [data];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    const next: unknown[] = [];
    for (const value of level) {
      if (Array.isArray(value)) next.push(...(value as unknown[]));
      else if (isRecord(value)) {
        for (const [key, inner] of Object.entries(value)) {
          if (refusedKeys.has(key)) return false;
          next.push(inner);
        }
      }
    }
    level = next.filter((value) => typeof value === 'object' && value !== null);
  }
  return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
