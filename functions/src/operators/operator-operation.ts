import type { OperatorOperation, OperatorOutput, OperatorParsed } from '@tenantry/model/operations/operator';
import type { Caller } from '../platform/operations/caller.ts';

/** What an operation of an operator is handed. */
export type OperatorCall<Input> = {
  readonly caller: Caller;
  readonly input: Input;
  readonly now: Date;
  readonly requestId: string;
};

export type Operation<Name extends OperatorOperation> = {
  run(call: OperatorCall<OperatorParsed<Name>>): Promise<OperatorOutput<Name>>;
};

/** Declares an operator's operation; the name ties it to its schemas. */
export function operatorOperation<Name extends OperatorOperation>(
  _name: Name,
  run: Operation<Name>['run'],
): Operation<Name> {
  return { run };
}
