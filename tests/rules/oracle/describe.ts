import * as fc from 'fast-check';
import type { Disagreement } from './compare.ts';
import type { Request } from './decision/request.ts';

/** A disagreement for somebody who has to judge it: who asked what, what lay there, and what both answered. */
export function describeDisagreement(found: Disagreement): string {
  const { index, operation, asker, resolved, expected, answered, documents } = found;
  const paths = pathsOf(resolved.request);
  const tenants = new Set(paths.flatMap((path) => /^tenants\/([^/]+)/.exec(path)?.[1] ?? []));
  const access = [...tenants].map((id) => `tenants/${id}/system/access`);
  const register = asker ? [`operators/${asker.uid}`] : [];
  return [
    `The design says ${expected}, the rules answer ${answered.verdict}: operation ${index + 1} of its world, ${operation.ask.kind}.`,
    `request: ${short(resolved.request)}`,
    `asked by: ${asker ? short(asker) : 'nobody'}`,
    ...[...new Set([...access, ...register, ...paths])].map((path) => `${path}: ${short(documents.get(path))}`),
    `the emulator: ${answered.words.replaceAll(/\s+/g, ' ').slice(0, 300)}`,
  ].join('\n  ');
}

function pathsOf(request: Request): readonly string[] {
  switch (request.kind) {
    case 'get':
      return [request.path];
    case 'list':
      return [`${request.query.collection}/…`];
    case 'group':
      return [];
    case 'commit':
      return [...request.reads, ...request.writes.map(({ path }) => path)];
  }
}

/** Texts of thousands of letters say nothing by their letters. */
function short(value: unknown): string {
  return fc.stringify(value).replaceAll(/(.)\1{20,}/gu, (run: string) => `${run.slice(0, 2)}…×${run.length}`);
}
