import type { Edges } from './edges.ts';
import type { Place } from '../samples.ts';
import { serverTime, type Fields, type Value, type Written } from '../values.ts';

/**
 * A field of a document as clients meet it: what it holds, another value of the same shape, and what clients do to it.
 *
 * - never: only the server writes it
 * - edit: changes at will, within its shape
 * - stamp: says who wrote and when; goes with every change
 */
export type Field =
  | { readonly clients: 'never'; readonly value: Value; readonly other: Value }
  | {
      readonly clients: 'edit';
      readonly value: Value;
      readonly other: Value;
      readonly edges: Edges;
    }
  | {
      readonly clients: 'stamp';
      readonly value: Value;
      readonly other: Value;
      readonly stamp: (place: Place) => Value | typeof serverTime;
    };

/** Every field of a kind of document. */
export type FieldTable = Readonly<Record<string, Field>>;

export const never = (value: Value, other: Value): Field => ({ clients: 'never', value, other });

export const edit = (value: Value, other: Value, edges: Edges): Field => ({ clients: 'edit', value, other, edges });

/** The moment of the write. */
export const moment = (value: Date): Field => ({
  clients: 'stamp',
  value,
  other: new Date(value.getTime() + 1),
  stamp: () => serverTime,
});

/** Who writes. */
export const writer = (value: string): Field => ({
  clients: 'stamp',
  value,
  other: 'another',
  stamp: ({ uid }) => uid,
});

/** A document of these fields. */
export function valuesOf(table: FieldTable): Fields {
  return Object.fromEntries(Object.entries(table).map(([name, { value }]) => [name, value]));
}

/** What goes with every change of a document of these fields. */
export function stampsOf(table: FieldTable, place: Place): Written {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, field]) => (field.clients === 'stamp' ? [[name, field.stamp(place)]] : [])),
  );
}

/** What a client that changes a field writes into it. */
export function writtenInto(field: Field, place: Place): Written[string] {
  return field.clients === 'stamp' ? field.stamp(place) : field.other;
}
