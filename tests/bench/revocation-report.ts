import { run, type RevocationRow } from './revocation.ts';

/** What a removal leaves open, and what closing it costs, as a table. */
export async function report() {
  const rows = await run();
  return {
    title:
      'A removed person’s token: milliseconds from the answer to its last success, and documents read to judge a request',
    head: ['rules', 'window ms', 'up to ms', 'tries after', 'reads a request'],
    lines: rows.map(line),
    rows,
  };
}

function line({ rules, windowMilliseconds, stillOpen, upToMilliseconds, triesAfter, readsPerRequest }: RevocationRow) {
  const window = stillOpen ? `${windowMilliseconds}, still open` : String(windowMilliseconds);
  return [rules, window, String(upToMilliseconds), String(triesAfter), String(readsPerRequest)];
}
