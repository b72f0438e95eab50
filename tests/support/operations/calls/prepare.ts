import { randomBytes } from 'node:crypto';
import { inTenant } from '@tenantry/model/paths';
import { readDocument } from '../../database.ts';
import type { InputOf, OperationName, RowName } from '../names.ts';
import { customRoleOf, type Actor } from '../people/actor.ts';
import type { Documents, Place } from '../place.ts';

/** A call that can succeed: the documents that it needs, its input, and how to see afterwards that it was done. */
export type Prepared<Name extends OperationName = OperationName> = {
  readonly documents: Documents;
  readonly input: InputOf<Name>;
  /** What the database says once the call was answered with `result`; compared with `done`. */
  readonly look: (result: Readonly<Record<string, unknown>>) => Promise<unknown>;
  readonly done: unknown;
};

type OperationOfRow<Row extends RowName> = Row extends `${infer Name extends OperationName} ${string}` ? Name : Row;

type Prepare<Name extends OperationName> = (place: Place, subject: Pick<Actor, 'uid' | 'email'>) => Prepared<Name>;

/** For each row a call that whoever may make it makes with success, upon documents that no other call names. */
export type Calls = { readonly [Row in RowName]: Prepare<OperationOfRow<Row> & OperationName> };

/** A role that holds the right to manage people. */
export const manager = customRoleOf('member:manage');

/** What stands at a path below the business. */
export function read({ tenantId }: Place, path: string) {
  return readDocument(inTenant(tenantId, path));
}

/** Letters and digits that nothing else has. */
export function id(): string {
  return `x${randomBytes(8).toString('hex')}`;
}

/** An e-mail address that nobody else has. */
export function address(): string {
  return `${id()}@example.com`;
}
