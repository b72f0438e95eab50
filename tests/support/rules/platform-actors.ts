import { actor, type Actor } from './actors.ts';

/** Whose documents the samples outside the tenants are. */
export const self = 'the-person';
const owns = { tenants: { tenantActv: ['owner', 5] } };

/** Each asks for the documents of `self`. */
export const platformActors = {
  self: actor(self, owns),
  another: actor('another', owns),
  anonymous: { uid: 'anonymous', token: undefined, claims: undefined },
  operator: actor('the-operator', { operator: true }, { registered: true }),
  struck: actor('struck', { operator: true }),
  unclaimed: actor('unclaimed', {}, { registered: true }),
  claimsString: actor('claims-string', { operator: 'true' }, { registered: true }),
} as const satisfies Record<string, Actor>;

export type PlatformActor = keyof typeof platformActors;
