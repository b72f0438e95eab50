import { claimOf, isEntry } from '@tenantry/model/claims';
import type { HoldKind, TenantStatus } from '@tenantry/model/tenant-status';
import type { Permission } from '@tenantry/model/permissions';
import type { ApiOutput } from '@tenantry/model/operations/api';
import { auth } from '../firebase/auth.ts';
import { OperationError } from '../api/operation-error.ts';
import { request } from '../api/request.ts';

/** What the server last said about the person's place in a business. */
export type Standing =
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'member';
      readonly role: string;
      readonly status: TenantStatus;
      /** What the role held then. */
      readonly permissions: readonly Permission[];
      /** Who held the business back then, as far as the person may know. */
      readonly heldBy?: readonly HoldKind[] | undefined;
      /** That something was bought for a business that is suspended now, as far as the person may know. */
      readonly hasBought?: true | undefined;
    }
  | { readonly kind: 'revoked' };

type Place = Omit<Extract<Standing, { kind: 'member' }>, 'kind'>;

/** How a surface asks the server about the person's place. Throws a refusal for `denied` when there is none. */
export type Question = (tenantId: string) => Promise<Place>;

/** Of a member; brings the claim into the token. One that is there already stays: a new token opens every line anew. */
const asMember: Question = async (tenantId) => {
  const answer = (await request('api', 'activateTenant', { tenantId })) as ApiOutput<'activateTenant'>;
  const { version, ...place } = answer;
  const token = await auth.currentUser?.getIdTokenResult();
  if (token && !isEntry(claimOf(token.claims, tenantId), [place.role, version]))
    await auth.currentUser?.getIdToken(true);
  return place;
};
let question = asMember;

/** Has places asked about in another way from now on, on a surface whose people are no members. */
export function askBy(other: Question): void {
  question = other;
}

const unknown: Standing = { kind: 'unknown' };
const standings = new Map<string, Standing>();
const running = new Map<string, Promise<Standing>>();
const watchers = new Set<() => void>();
let questions = 0;
/** The number of the question whose answer stands. */
const answered = new Map<string, number>();

export function standingIn(tenantId: string): Standing {
  return standings.get(tenantId) ?? unknown;
}

/** Calls back whenever a standing changes; returns how to stop. */
export function watchStandings(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/**
 * Asks the server whether the person still belongs to a business, and brings the claim for it into the token.
 * Many askers at once share one call, except that who knows of a newer membership is not answered by a question that was
 * asked before it. Without an answer the standing stays as it was.
 */
export function recoverAccess(tenantId: string, version = 0): Promise<Standing> {
  const key = `${tenantId} ${version}`;
  const asked = running.get(key) ?? askAnew(tenantId).finally(() => running.delete(key));
  running.set(key, asked);
  return asked;
}

/** Asks the server anew, whatever is under way: for somebody who knows, or wants to know, that things have changed. */
export async function askAnew(tenantId: string): Promise<Standing> {
  questions += 1;
  const number = questions;
  try {
    return put(tenantId, number, { kind: 'member', ...(await question(tenantId)) });
  } catch (error) {
    if (error instanceof OperationError && error.code === 'permission-denied')
      return put(tenantId, number, { kind: 'revoked' });
    return standingIn(tenantId);
  }
}

/** Answers come in any order: one to an older question than that of the standing says what was, not what is. */
function put(tenantId: string, number: number, standing: Standing): Standing {
  if (number < (answered.get(tenantId) ?? 0)) return standingIn(tenantId);
  answered.set(tenantId, number);
  if (JSON.stringify(standingIn(tenantId)) !== JSON.stringify(standing)) {
    standings.set(tenantId, standing);
    for (const watcher of watchers) watcher();
  }
  return standingIn(tenantId);
}
