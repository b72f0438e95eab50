import { matrixCells, type Cell } from '../matrix/cells.ts';
import type { AskKind } from '../matrix/asks/asks.ts';

type Kind = AskKind | 'platform';

/**
 * Rows of the matrix that between them bring every expression of the rules to both of its answers. The emulator keeps
 * every value of every expression, whole requests among them: of the whole matrix it can't make a report any more.
 */
const selection: Readonly<Record<string, readonly Kind[]>> = {
  'the owner in the tenant "active"': ['plain'],
  'the customer in the tenant "active"': ['plain'],
  'the member in the tenant "active"': ['fields'],
  'the member, in every value, in the tenant "active"': ['values'],
  'a role with product:write alone in the tenant "active"': ['plain'],
  'the owner in the tenant "suspended"': ['plain'],
  'an operator inside in the tenant "active"': ['plain'],
  'an operator inside in the tenant "shut door"': ['plain'],
  'an operator inside in the tenant "wide door"': ['plain'],
  'an operator whose visit is over in the tenant "wide door"': ['plain'],
  'an operator who was struck off the register in the tenant "wide door"': ['plain'],
  'a visitor who claims operator as a string in the tenant "wide door"': ['plain'],
  'a former owner below the fence in the tenant "active"': ['plain'],
  'a former owner below the floor in the tenant "active"': ['plain'],
  'somebody who is not signed in in the tenant "readonly"': ['plain'],
  'somebody signed in without claims in the tenant "readonly"': ['plain'],
  'a role that was deleted in the tenant "wide door"': ['plain'],
  'a claim that is null in the tenant "wide door"': ['plain'],
  'a claim that is a list of three in the tenant "wide door"': ['plain'],
  'a claim that is a version with a fraction in the tenant "wide door"': ['plain'],
  'a customer and operator whose visit is not a time in the tenant "wide door"': ['plain'],
  'self outside the tenants': ['platform'],
  'anonymous outside the tenants': ['platform'],
  'operator outside the tenants': ['platform'],
  'struck outside the tenants': ['platform'],
  'claimsString outside the tenants': ['platform'],
};

/** The cells of the selection. Throws when a row of it has none: the matrix calls it by another name. */
export function selectedCells(): readonly Cell[] {
  const cells = matrixCells();
  return Object.entries(selection).flatMap(([row, kinds]) => {
    const ofRow = cells.filter((cell) => cell.row === row && kinds.includes(cell.kind));
    if (ofRow.length === 0) throw new Error(`The matrix has no cells of ${row} (${kinds.join(', ')}).`);
    return ofRow;
  });
}
