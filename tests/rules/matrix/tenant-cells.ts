import { tenants } from '../../support/rules/tenants.ts';
import type { Fields } from '../../support/rules/values.ts';
import { sampleOf, type Ask, type Places } from './asks/ask.ts';
import { asks, type AskKind } from './asks/asks.ts';
import type { Cell } from './cells.ts';
import { rows, type Row } from './rows.ts';

export const lastWord = '/{path=**}';

/** Every row with all that it asks. */
export function tenantCells(): readonly Cell[] {
  return rows.flatMap((row) => row.kinds.flatMap((kind) => asks[kind].filter(isAskedBy(row)).map(asCellOf(row, kind))));
}

function isAskedBy({ control }: Row): (ask: Ask) => boolean {
  return control ? ({ needs }) => isOpenTo(control, needs) : () => true;
}

function isOpenTo(rights: Row['rights'], needs: Ask['needs']): boolean {
  return needs !== null && needs.every(({ sample, verb }) => rights(sample).includes(verb));
}

function asCellOf(row: Row, kind: AskKind): (ask: Ask) => Cell {
  const { id, twin } = tenants[row.tenant];
  const { uid } = row.actor;
  const places: Places = { here: { tenantId: id, uid }, twin: { tenantId: twin, uid } };
  return (ask) => ({
    name: `${row.name}: ${ask.name}`,
    row: row.name,
    actor: row.actor,
    tenant: row.tenant,
    kind,
    verb: ask.verb,
    matches: (ask.decidedBy ?? ask.samples).map((sample) => sampleOf(sample).match ?? lastWord),
    operation: ask.operation(places),
    expected: isOpenTo(row.rights, ask.needs) ? 'allow' : 'deny',
    given: givenTo(ask, places),
  });
}

/** What an ask presumes lies here; a place in the twin is empty. */
function givenTo({ samples, given, verb }: Ask, places: Places): Readonly<Record<string, Fields>> {
  const { here } = places;
  const documents = samples.map((key) => [sampleOf(key).path(here), sampleOf(key).fields(here)] as const);
  return { ...(verb === 'create' ? {} : Object.fromEntries(documents)), ...given?.(places) };
}
