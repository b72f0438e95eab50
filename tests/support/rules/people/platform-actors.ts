import { actor, anonymous, type Actor } from '../actors.ts';

/** Whose documents the samples outside the tenants are. */
export const self = 'the-person';
const owns = { tenants: { tenantActv: ['owner', 5] } };

/** Each asks for the documents of `self`. */
export const platformActors = {
  self: actor(self, owns),
  another: actor('another', owns),
  anonymous,
  operator: actor('the-operator', { operator: true }, { registered: true }),
  struck: actor('struck', { operator: true }),
  unclaimed: actor('unclaimed', {}, { registered: true }),
  claimsString: actor('claims-string', { operator: 'true' }, { registered: true }),
  claimsNumber: actor('claims-number', { operator: 1 }, { registered: true }),
  claimsList: actor('claims-list', { operator: [true] }, { registered: true }),
  claimsMap: actor('claims-map', { operator: { operator: true } }, { registered: true }),
  // Their own documents lie under names that every object has; these samples are not theirs.
  oddlyNamed: actor('constructor', owns),
} as const satisfies Record<string, Actor>;

export type PlatformActor = keyof typeof platformActors;
