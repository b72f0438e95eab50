import type * as z from 'zod/mini';
import { operatorOperations } from './operators.ts';

/** Every operation of the callable `operator`. */
export { operatorOperations };
export type OperatorOperation = keyof typeof operatorOperations;
export type OperatorInput<Name extends OperatorOperation> = z.input<(typeof operatorOperations)[Name]['input']>;
export type OperatorParsed<Name extends OperatorOperation> = z.output<(typeof operatorOperations)[Name]['input']>;
export type OperatorOutput<Name extends OperatorOperation> = z.output<(typeof operatorOperations)[Name]['output']>;
