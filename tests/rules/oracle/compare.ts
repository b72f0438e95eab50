import type { Project } from '../../support/rules/project.ts';
import { unsignedToken } from '../../support/rules/rest.ts';
import { serverTime, type Fields, type Value } from '../../support/rules/values.ts';
import { decide } from './decision/decide.ts';
import type { Asker, Verdict } from './decision/request.ts';
import { resolve, type Outcome, type Resolved } from './operations/perform.ts';
import type { Operation } from './operations/operation.ts';
import { askerOf, worldOf, type Facts } from './worlds/world.ts';

/** Where oracle and emulator part. `index` counts the operations from 0. */
export type Disagreement = {
  readonly index: number;
  readonly operation: Operation;
  readonly asker: Asker;
  readonly resolved: Resolved;
  readonly expected: Verdict;
  readonly answered: Outcome;
  /** Documents of the world that the request is about. */
  readonly documents: ReadonlyMap<string, Fields>;
};

/** Told of each operation as it is judged. */
export type Witness = (resolved: Resolved, expected: Verdict, documents: ReadonlyMap<string, Fields>) => void;

/**
 * Asks the emulator and the oracle the same operations, one world long. What the oracle allows to be written is written
 * alone and changes the oracle's world too; everything else is asked side by side. Answers the first disagreement.
 */
export async function compare(
  project: Project,
  facts: Facts,
  operations: readonly Operation[],
  witness: Witness = () => {},
): Promise<{ disagreement: Disagreement | undefined; documents: ReadonlyMap<string, Fields> }> {
  const world = worldOf(facts);
  const disagreements: Disagreement[] = [];
  let underWay: Promise<void>[] = [];

  for (const [index, operation] of operations.entries()) {
    const asker = askerOf(facts, operation.who);
    const token = asker && unsignedToken(asker.uid, asker.claims);
    const resolved = resolve(operation, world.documents);
    const expected = decide(world, asker, resolved.request);
    witness(resolved, expected, world.documents);
    const isAlone = resolved.request.kind === 'commit' && (expected === 'allow' || resolved.request.reads.length > 0);
    if (isAlone || underWay.length >= 64) {
      await Promise.all(underWay);
      underWay = [];
      if (disagreements.length > 0) break;
    }
    const asked = resolved.perform(project, token).then((answered) => {
      if (answered.verdict !== expected) {
        const documents = new Map(world.documents);
        disagreements.push({ index, operation, asker, resolved, expected, answered, documents });
      } else if (isAlone && expected === 'allow') apply(world.documents, resolved, answered);
    });
    if (isAlone) {
      await asked;
      if (disagreements.length > 0) break;
    } else underWay.push(asked);
  }
  await Promise.all(underWay);
  const [disagreement] = disagreements.sort((a, b) => a.index - b.index);
  return { disagreement, documents: world.documents };
}

/** A moment to the microsecond, as the emulator named it: it can be sent back unchanged. */
class ExactTime extends Date {
  readonly exact: string;
  constructor(exact: string) {
    super(exact);
    this.exact = exact;
  }
  override toISOString(): string {
    return this.exact;
  }
}

function apply(documents: Map<string, Fields>, { writes }: Resolved, { transformed }: Outcome): void {
  for (const [index, { write, transformed: fields }] of writes.entries()) {
    if (write.after === undefined) {
      documents.delete(write.path);
      continue;
    }
    const timeOf = (field: string): Value => {
      const { timestampValue } = transformed[index]?.[fields.indexOf(field)] ?? {};
      if (timestampValue === undefined) throw new Error(`The emulator names no time for ${field} of ${write.path}.`);
      return new ExactTime(timestampValue);
    };
    const written = Object.entries(write.after).map(([field, value]) => [
      field,
      value === serverTime ? timeOf(field) : value,
    ]);
    documents.set(write.path, Object.fromEntries(written) as Fields);
  }
}
