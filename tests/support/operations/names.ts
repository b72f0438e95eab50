import type { ApiInput, ApiOperation } from '@tenantry/model/operations/api';
import type { OperatorInput, OperatorOperation } from '@tenantry/model/operations/operator';

/** An operation by its place in the address. */
export type OperationName = `api/${ApiOperation}` | `operator/${OperatorOperation}`;

export type InputOf<Name extends OperationName> = Name extends `api/${infer Api extends ApiOperation}`
  ? ApiInput<Api>
  : Name extends `operator/${infer Operator extends OperatorOperation}`
    ? OperatorInput<Operator>
    : never;

/** Operations that demand a sign-in and no claim. What is not named here is a member's. */
export const personOperations = [
  'api/createTenant',
  'api/activateTenant',
  'api/updateProfile',
  'api/deleteAccount',
  'api/signOutEverywhere',
  'api/acceptInvite',
  'api/joinAsCustomer',
] as const satisfies readonly OperationName[];
export type PersonOperationName = (typeof personOperations)[number];
export type OperatorOperationName = Extract<OperationName, `operator/${string}`>;
export type MemberOperationName = Exclude<OperationName, PersonOperationName | OperatorOperationName>;

/** Calls of an operation whose answer depends on more than the caller: what they name is not theirs to touch. */
export const memberVariants = [
  'api/inviteMember as an admin',
  'api/setMemberRole to more than before',
  'api/setMemberRole to owner',
  'api/removeMember of an owner',
  'api/defineRole that manages people',
  'api/deleteRole that manages people',
  'api/deleteRole into one that manages people',
  'api/placeOrder for a customer',
  'api/placeOrder for a name',
  'api/cancelOrder of another’s',
] as const;
export type MemberRowName = MemberOperationName | (typeof memberVariants)[number];
export type RowName = MemberRowName | PersonOperationName | OperatorOperationName;

/** The operation that a row calls. */
export function operationOf(row: RowName): OperationName {
  return (row.split(' ')[0] ?? '') as OperationName;
}
