import type { ClaimsStore } from '../../../functions/src/platform/claims/sync-claims.ts';

/** Thrown where a writer is killed: nothing of it runs afterwards, its own clean-up included. */
export class Killed extends Error {
  constructor(where: string) {
    super(`killed ${where}`);
    this.name = 'Killed';
  }
}

export type KillPoint = { readonly call: number; readonly when: 'before' | 'after' };

/** A store whose n-th awaited call is a writer's last: it dies before the call is made, or after it took effect. */
export function killedAt(store: ClaimsStore, { call, when }: KillPoint): ClaimsStore {
  let calls = 0;
  const dying = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    calls += 1;
    if (calls > call || (calls === call && when === 'before')) throw new Killed(`${when} ${name}`);
    const result = await work();
    if (calls >= call) throw new Killed(`${when} ${name}`);
    return result;
  };
  return {
    now: () => store.now(),
    putMark: (uid, mark) => dying('putMark', () => store.putMark(uid, mark)),
    removeMarks: (uid, ids) => dying('removeMarks', () => store.removeMarks(uid, ids)),
    project: (uid, tenantId, activeAt) => dying('project', () => store.project(uid, tenantId, activeAt)),
    truth: (uid, tenantId) => dying('truth', () => store.truth(uid, tenantId)),
    readSource: (uid) => dying('readSource', () => store.readSource(uid)),
    readClaims: (uid) => dying('readClaims', () => store.readClaims(uid)),
    writeClaims: (uid, claims) => dying('writeClaims', () => store.writeClaims(uid, claims)),
    announce: (uid) => dying('announce', () => store.announce(uid)),
  };
}
