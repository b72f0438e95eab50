import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from './people.ts';
import { stack } from './stack.ts';

/** A value as Firestore's REST interface spells it, for the few kinds that an editor sends. */
function spelled(value: string | number) {
  return typeof value === 'number' ? { integerValue: String(value) } : { stringValue: value };
}

/**
 * Writes changed fields of a product as an open form does: straight to the database under the rules, with the server's
 * time. Answers the status of HTTP. Tries again while the database is busy with somebody else's transaction, as an SDK does.
 */
export async function writeProduct(
  person: Person,
  { tenantId, productId }: { tenantId: string; productId: string },
  fields: Readonly<Record<string, string | number>>,
): Promise<number> {
  const documents = `projects/${stack.project}/databases/(default)/documents`;
  const changes = { ...fields, updatedBy: person.uid };
  const write = {
    update: {
      name: `${documents}/tenants/${tenantId}/products/${productId}`,
      fields: Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, spelled(value)])),
    },
    updateMask: { fieldPaths: Object.keys(changes) },
    updateTransforms: [{ fieldPath: 'updatedAt', setToServerValue: 'REQUEST_TIME' }],
    currentDocument: { exists: true },
  };
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(`${stack.firestore}/v1/${documents}:commit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${person.token}` },
      body: JSON.stringify({ writes: [write] }),
    });
    await response.body?.cancel();
    if (response.status !== 409 || attempt === 20) return response.status;
    await wait(50 * attempt);
  }
}
