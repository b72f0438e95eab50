import { tenantSamples } from '../../support/rules/samples.ts';
import { tenants } from '../../support/rules/tenants.ts';
import { givenTo, plainAsks, type Ask, type Places } from './asks.ts';
import type { Cell } from './cells.ts';
import { rows, type Row } from './rows.ts';

export const lastWord = '/{path=**}';

/** Every row with every ask. */
export function tenantCells(): readonly Cell[] {
  return rows.flatMap((row) => plainAsks.map((ask) => cellOf(row, ask)));
}

function cellOf(row: Row, ask: Ask): Cell {
  const { id, twin } = tenants[row.tenant];
  const { uid } = row.actor;
  const places: Places = { here: { tenantId: id, uid }, twin: { tenantId: twin, uid } };
  const granted = ask.open && row.rights(ask.sample).includes(ask.verb);
  return {
    name: `${row.name}: ${ask.name}`,
    row: row.name,
    actor: row.actor,
    tenant: row.tenant,
    verb: ask.verb,
    matches: [tenantSamples[ask.sample].match ?? lastWord],
    operation: ask.operation(places),
    expected: granted ? 'allow' : 'deny',
    given: givenTo(ask, places),
    lane: `${row.name}: ${ask.sample}`,
  };
}
