import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a part of the proof counts: numbers by name. */
export type Figures = Readonly<Record<string, number>>;

/** The parts of the proof that tests count for. */
export type Part = 'matrix' | 'operations' | 'coverage' | 'revocation' | 'callables';

/**
 * Leaves figures of this run where `npm run prove` collects them: in the folder `PROOF_FIGURES`, and nowhere when it is
 * not set. Each call writes a file of its own, so that files of tests which run at once don't meet.
 */
export function recordFigures(part: Part, figures: Figures): void {
  const folder = process.env.PROOF_FIGURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${part}.${randomUUID()}.json`), JSON.stringify(figures));
}
