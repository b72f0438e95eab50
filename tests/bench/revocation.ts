import { newAccess, raiseFence } from '@tenantry/model/access';
import { setTimeout as wait } from 'node:timers/promises';
import { Hammer, type Tried, windowOf } from '../support/revocation/hammer.ts';
import { openProject, type Project, seed } from '../support/rules/project.ts';
import { request, succeed, unsignedToken } from '../support/rules/rest.ts';
import { productFields } from '../support/rules/samples.ts';
import { type Fields, spell } from '../support/rules/values.ts';
import { rulesets } from './rules-rivals.ts';

const tenantId = 'benchTenan';
const uid = 'bench-member-0000000000000001';
const tenant = `tenants/${tenantId}`;
const token = unsignedToken(uid, { tenants: { [tenantId]: ['member', 1] } });

/** An ID token is good for an hour from when it was made, whatever happens to its claims meanwhile. */
const tokenLifetimeMilliseconds = 3_600_000;
/** How long the old token is tried after the removal. */
const triedForMilliseconds = Number(process.env.REVOCATION_SECONDS ?? '10') * 1_000;

/** Who promises to revoke, and what each request costs beside the documents that it returns. */
const rivals = {
  ours: { reads: 1 },
  claims: { reads: 0 },
  member: { reads: 1 },
} as const satisfies Partial<Record<keyof typeof rulesets, { reads: number }>>;
type Rival = keyof typeof rivals;

/** What a removal leaves open under one ruleset. */
export type RevocationRow = {
  readonly rules: Rival;
  /** From the answer to the end of the last try that went through although it began after it. */
  readonly windowMilliseconds: number;
  /** Whether tries still went through when the measurement ended. */
  readonly stillOpen: boolean;
  /** The longest that it can be: what was measured, or the life of a token where it was still open. */
  readonly upToMilliseconds: number;
  readonly triesAfter: number;
  readonly readsPerRequest: number;
};

/** Removes a person under each ruleset while their token is in use over eight connections, and looks how long it goes on. */
export async function run(): Promise<RevocationRow[]> {
  const rows: RevocationRow[] = [];
  for (const rules of Object.keys(rivals) as Rival[]) rows.push(await measure(rules));
  return rows;
}

async function measure(rules: Rival): Promise<RevocationRow> {
  const project = await openProject(`bench-revocation-${rules}`, rulesets[rules]);
  await seed(project, documents());
  const ways = [get(project), list(project)];
  const tries = new Hammer(
    ...Array.from({ length: 8 }, (_, connection) => {
      const attempt = ways[connection % ways.length] ?? get(project);
      return { names: [`connection ${connection}`], attempt };
    }),
  );
  await tries.until(20, () => 'done');
  await remove(project);
  const answered = performance.now();
  await wait(triedForMilliseconds);
  const blows = await tries.stop();
  const after = blows.filter(({ began }) => began >= answered);
  if (after.length === 0) throw new Error('Nothing was tried after the removal.');
  const windowMilliseconds = windowOf(blows, answered);
  const stillOpen = after.at(-1)?.outcome === 'done';
  return {
    rules,
    windowMilliseconds,
    stillOpen,
    upToMilliseconds: stillOpen ? tokenLifetimeMilliseconds : windowMilliseconds,
    triesAfter: after.length,
    readsPerRequest: rivals[rules].reads,
  };
}

function documents(): Record<string, Fields> {
  const products = Array.from({ length: 25 }, (_, n) => [
    `${tenant}/products/product-${n}`,
    productFields('published'),
  ]);
  return {
    [`${tenant}/system/access`]: stored(newAccess([])),
    [`${tenant}/members/${uid}`]: { uid, role: 'member', version: 1 },
    ...(Object.fromEntries(products) as Record<string, Fields>),
  };
}

/** What the operation commits: the fence rises and the member document goes, at once. The token is left as it is. */
async function remove(project: Project): Promise<void> {
  const { access } = raiseFence(newAccess([]), [uid]);
  await succeed('POST', `/v1/${project.documents}:commit`, {
    writes: [
      { update: { name: `${project.documents}/${tenant}/system/access`, fields: spell(stored(access)) } },
      { delete: `${project.documents}/${tenant}/members/${uid}` },
    ],
  });
}

function stored(access: ReturnType<typeof newAccess>): Fields {
  return { ...access, roles: {}, supportUntil: new Date(access.supportUntil) };
}

const get = (project: Project) => () => tried('GET', `/v1/${project.documents}/${tenant}/products/product-3`);
const list = (project: Project) => () => tried('GET', `/v1/${project.documents}/${tenant}/products?pageSize=25`);

async function tried(method: string, path: string): Promise<Tried> {
  const { status, text } = await request(method, path, undefined, token);
  if (status !== 200 && status !== 403) throw new Error(`${path} answers ${status}: ${text}`);
  return { outcome: status === 200 ? 'done' : 'refused', why: '', at: undefined };
}
