import { calls } from './calls.ts';
import { comparison } from './comparison.ts';
import { grants } from './grants.ts';
import { literals } from './literals.ts';
import { logic } from './logic.ts';
import { names } from './names.ts';
import type { Operator } from './operator.ts';

/** Every way to be wrong, from what weakens rules most to what a slip of the pen does. */
export const operators: readonly Operator[] = [...grants, ...logic, ...comparison, ...literals, ...calls, ...names];
