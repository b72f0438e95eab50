import { isMethod, pathVariablesInScope } from '../language/scope.ts';
import { on, type Operator } from './operator.ts';

export const names: readonly Operator[] = [
  {
    name: 'path-variable',
    does: 'takes one variable of the path for another',
    edits: on('name', (node, { ancestors }) => {
      const variables = pathVariablesInScope(ancestors);
      if (!variables.includes(node.name)) return [];
      return variables.filter((name) => name !== node.name).map((text) => ({ ...node.at, text }));
    }),
  },
  {
    name: 'resource',
    does: 'looks at the document as it is for the document as it would be, and the reverse',
    edits: ({ node, ancestors }) => {
      if (
        node.kind === 'member' &&
        node.name === 'resource' &&
        node.object.kind === 'name' &&
        node.object.name === 'request'
      ) {
        return [{ ...node.at, text: 'resource' }];
      }
      if (node.kind !== 'name' || node.name !== 'resource') return [];
      const called = ancestors.at(-1);
      return called?.kind === 'call' && called.callee === node ? [] : [{ ...node.at, text: 'request.resource' }];
    },
  },
  {
    name: 'member',
    does: 'asks the next field of those that the same object is asked elsewhere',
    edits: on('member', (node, { ancestors }, subject) => {
      if (isMethod(node, ancestors.at(-1))) return [];
      const members = subject.membersOf(node.object);
      const next = members[(members.indexOf(node.name) + 1) % members.length];
      if (next === undefined || next === node.name) return [];
      return [{ from: node.at.to - node.name.length, to: node.at.to, text: next }];
    }),
  },
];
