import { rules } from '../support/rules/project.ts';

/** What our rules are held against: the same requests, under rules that protect less. */
export const rulesets = {
  ours: rules,
  /** No protection: what HTTP and the database cost by themselves. */
  open: ruleset('match /{path=**} { allow read, write: if true; }'),
  /** Believes a token until it runs out: revokes nothing, reads nothing. */
  claims: ruleset(`
    match /tenants/{tenant}/products/{product} {
      allow get, list: if request.auth.token.tenants[tenant][0] in ['owner', 'admin', 'member', 'viewer'];
    }`),
  /** The usual way to revoke at once: reads the person's member document at every request. */
  member: ruleset(`
    match /tenants/{tenant}/products/{product} {
      allow get, list: if get(/databases/$(database)/documents/tenants/$(tenant)/members/$(request.auth.uid)).data.role
        in ['owner', 'admin', 'member', 'viewer'];
    }`),
  /** The least that revokes at once by the fence: no support, no roles of a tenant's own, no other path. */
  fence: ruleset(`
    match /tenants/{tenant} {
      function may(roles) {
        let access = get(/databases/$(database)/documents/tenants/$(tenant)/system/access).data;
        let claim = request.auth.token.tenants[tenant];
        return access.status in ['active', 'readonly']
          && claim[1] >= access.floor
          && claim[1] >= access.fence.get(request.auth.uid, 0)
          && claim[0] in roles;
      }
      match /products/{product} {
        allow get, list: if may(['owner', 'admin', 'member', 'viewer']);
      }
    }`),
} as const satisfies Record<string, string>;

export type Rival = keyof typeof rulesets;

function ruleset(body: string): string {
  return `rules_version = '2';
service cloud.firestore {
  match /databases/{database}/documents {
    ${body}
  }
}`;
}
