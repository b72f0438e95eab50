import { setTimeout as wait } from 'node:timers/promises';
import { Findings } from './findings.ts';

/** How a look went: what it found, or why there was none. */
export type Looked = { readonly found: Findings } | { readonly failed: string };

/**
 * Looks, and once more after a while where something seems wrong: what is being changed while it is read is right by then. A look
 * that fails is tried again once.
 */
export async function lookTwice(look: (found: Findings) => Promise<void>, patience: number): Promise<Looked> {
  const first = await lookOnce(look);
  if ('found' in first && first.found.wrong === 0) return first;
  await wait(patience);
  const second = await lookOnce(look);
  if ('failed' in second || 'failed' in first) return second;
  return { found: first.found.confirmedBy(second.found) };
}

async function lookOnce(look: (found: Findings) => Promise<void>): Promise<Looked> {
  const found = new Findings();
  try {
    await look(found);
    return { found };
  } catch (fault) {
    return { failed: fault instanceof Error ? fault.message : String(fault) };
  }
}
