import { memberRoles, supportRoles } from '@tenantry/model/roles';
import { malformedClaims } from '../../rules/malformed-claims.ts';
import { forgedToken } from '../forged-token.ts';
import { actor, type Actor, claiming, none, ownerDocument, ownerUnproven, presentVersion } from './actor.ts';

/** People who never were in. */
export const outside: readonly Actor[] = [
  actor('nobody', none),
  actor('no tenant', () => ({ tenants: {} })),
  actor('unverified nobody', none, {}, { verified: false }),
  ...memberRoles.map((role) =>
    actor(`elsewhere ${role}`, (_, elsewhere) => ({ tenants: { [elsewhere]: [role, presentVersion] } })),
  ),
  ...supportRoles.map((role) => actor(`claims ${role}`, claiming(role))),
  actor('operator', () => ({ operator: true }), { registered: true }, { operator: true }),
  actor('support inside', () => ({ operator: true }), { registered: true, visits: true }, { operator: true }),
  actor('operator who was dismissed', () => ({ operator: true })),
  actor('on the register without the claim', none, { registered: true }),
  actor('operator as text', () => ({ operator: 'true' }), { registered: true }),
  actor('operator as a number', () => ({ operator: 1 }), { registered: true }),
  actor('operator as a map', () => ({ operator: { valueOf: true } }), { registered: true }),
  actor(
    'operator in the claims of a tenant',
    (tenantId) => ({ tenants: { [tenantId]: ['operator', 5], operator: true } }),
    {
      registered: true,
    },
  ),
  actor(
    'operator whose sign-in was revoked',
    () => ({ operator: true }),
    { registered: true, account: 'revoked' },
    {
      operator: true,
    },
  ),
  actor(
    'operator whose account is gone',
    () => ({ operator: true }),
    { registered: true, account: 'none' },
    {
      operator: true,
    },
  ),
];

/** Owners by the database, whose claims have a shape that Firebase never sets for us. */
export const malformed: readonly Actor[] = Object.entries(malformedClaims).map(([name, claims]) =>
  actor(
    name,
    (tenantId) => claims((entry) => ({ tenants: { [tenantId]: entry } })),
    { member: ownerDocument },
    ownerUnproven,
  ),
);

/** What stands in the header of somebody who is not signed in. */
const unsigned: Readonly<Record<string, string | undefined>> = {
  'no header': undefined,
  'an empty header': '',
  'a token that is none': 'Bearer garbage',
  'an empty token': 'Bearer ',
  'another scheme': 'Basic b3duZXI6b3duZXI=',
  'the emulator’s own key': 'Bearer owner',
  'a token of three empty parts': 'Bearer ..',
  'a token that is null': `Bearer e30.${Buffer.from('null').toString('base64url')}.`,
  'a token that is a list': `Bearer e30.${Buffer.from('[]').toString('base64url')}.`,
  'a token without a uid': `Bearer ${forgedToken(undefined, {})}`,
  'an empty uid': `Bearer ${forgedToken('', {})}`,
  'a uid that is a number': `Bearer ${forgedToken(7, {})}`,
  'a uid that is a list': `Bearer ${forgedToken(['a'], {})}`,
  'a uid that is a path': `Bearer ${forgedToken('a/b', {})}`,
  'a uid of dots': `Bearer ${forgedToken('..', {})}`,
  'a uid of underscores': `Bearer ${forgedToken('__proto__', {})}`,
  'a uid beyond measure': `Bearer ${forgedToken('u'.repeat(129), {})}`,
};

export const signedOut: readonly Actor[] = Object.entries(unsigned).map(([name, header]) => ({
  ...actor(name, none, { account: 'none' }),
  authorization: () => header,
  signedIn: false,
}));
