import type { AuditDocument } from '@tenantry/model/documents/tenants';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { auditHash, auditId } from '../../../functions/src/platform/audit.ts';
import { database, readDocument } from '../../support/database.ts';
import { newTenant, type Person } from '../../support/people.ts';

/** A key that is not the one of this stack. */
const anotherKey = 'a key that somebody made up';

/** A business with a chain of entries, and what somebody with every right in the database, and no key, does to it. */
export class Chain {
  readonly owner: Person;
  readonly tenantId: string;

  constructor(owner: Person, tenantId: string) {
    this.owner = owner;
    this.tenantId = tenantId;
  }

  /** Writes entries by acts; the chain has begun with one. */
  async grow(entries: number): Promise<void> {
    for (let entry = 0; entry < entries; entry += 1) {
      await this.owner.call('updateTenant', { tenantId: this.tenantId, orderText: `Text ${entry}` });
    }
  }

  verify() {
    return this.owner.call('verifyAudit', { tenantId: this.tenantId });
  }

  async read(seq: number): Promise<AuditDocument> {
    return (await readDocument(this.path(seq))) as AuditDocument;
  }

  async readAll(): Promise<AuditDocument[]> {
    const found = await database().collection(inTenant(this.tenantId, tenantPaths.audits())).get();
    return found.docs.map((entry) => entry.data() as AuditDocument);
  }

  async write(seq: number, entry: object): Promise<void> {
    await database().doc(this.path(seq)).set(entry);
  }

  async remove(...seqs: readonly number[]): Promise<void> {
    await Promise.all(seqs.map((seq) => database().doc(this.path(seq)).delete()));
  }

  readHead() {
    return readDocument(this.headPath);
  }

  /** Puts the head on an entry, as if nothing had followed. */
  async setHead(seq: number): Promise<void> {
    const { hash } = await this.read(seq);
    await database().doc(this.headPath).set({ seq, hash });
  }

  /** Writes the whole chain anew, sound in itself, with `change` in one entry: with a key of one's own, or with this stack's. */
  async rewrite(change: (entry: AuditDocument) => AuditDocument, key = anotherKey): Promise<void> {
    let hash = '';
    for (const entry of await this.readAll()) {
      const content = { ...change(entry), prevHash: hash };
      hash = auditHash(this.tenantId, content, key);
      await this.write(entry.seq, { ...content, hash });
    }
    await this.setHead((await this.readAll()).length);
  }

  /** Does something to the chain, tells what is found, and puts everything back. */
  async whileTampered(tamper: () => Promise<unknown>) {
    const [entries, head] = await Promise.all([this.readAll(), this.readHead()]);
    await tamper();
    const found = await this.verify();
    const here = await database().collection(inTenant(this.tenantId, tenantPaths.audits())).listDocuments();
    await Promise.all(here.map((entry) => entry.delete()));
    for (const entry of entries) await this.write(entry.seq, entry);
    await database()
      .doc(this.headPath)
      .set(head ?? {});
    return found;
  }

  get headPath(): string {
    return inTenant(this.tenantId, tenantPaths.auditHead());
  }

  path(seq: number): string {
    return inTenant(this.tenantId, tenantPaths.audit(auditId(seq)));
  }
}

/** A new business whose chain has so many entries. */
export async function newChain(entries: number): Promise<Chain> {
  const { owner, tenantId } = await newTenant();
  const chain = new Chain(owner, tenantId);
  await chain.grow(entries - 1);
  return chain;
}

/** The signed heads of a tenant as they stand in the platform's log: id and data. */
export async function signedHeadsOf(tenantId: string) {
  const found = await database().collection(paths.platformAudits()).where('target', '==', tenantId).get();
  return found.docs.map((each) => ({ id: each.id, ...(each.data() as { details: Record<string, unknown> }) }));
}
