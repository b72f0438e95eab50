import { newAccess } from '@tenantry/model/access';
import { openProject, seed, type Project } from '../support/rules/project.ts';
import { inParallel, request as ask, unsignedToken } from '../support/rules/rest.ts';
import { productFields } from '../support/rules/samples.ts';
import type { Fields } from '../support/rules/values.ts';
import { rulesets, type Rival } from './rules-rivals.ts';

const tenantId = 'benchTenan';
const uid = 'bench-member-0000000000000001';
const version = 200;
const token = unsignedToken(uid, { tenants: { [tenantId]: ['member', version] } });

const requests = {
  get: { path: `tenants/${tenantId}/products/product-3`, warm: 3_000, slice: 100 },
  'list of 25': { path: `tenants/${tenantId}/products?pageSize=25`, warm: 1_000, slice: 40 },
} as const;
type Kind = keyof typeof requests;

const fences = [0, 100] as const;
const rounds = 48;

/** One ruleset at one kind of request. Ratios are medians over rounds, each against the rivals of its own round. */
export type RulesRow = {
  readonly request: Kind;
  readonly fence: number;
  readonly rules: Rival;
  readonly perSecond: number;
  readonly ofOpen: number;
  readonly ofMember: number;
};

const rivals = Object.keys(rulesets) as Rival[];

/**
 * Requests a second over HTTP with a raw token, under our rules and their rivals. The rulesets take turns in short slices,
 * forwards and backwards, so that the emulator's warming up and whatever else runs on the machine meet all of them alike.
 */
export async function run(): Promise<RulesRow[]> {
  const rows: RulesRow[] = [];
  for (const fence of fences) {
    const projects = await openProjects(fence);
    for (const request of Object.keys(requests) as Kind[]) rows.push(...(await race(projects, request, fence)));
  }
  return rows;
}

type Projects = Readonly<Record<Rival, Project>>;

async function openProjects(fence: number): Promise<Projects> {
  const entries = await Promise.all(
    rivals.map(async (rival) => {
      const project = await openProject(`bench-${rival}-${fence}`, rulesets[rival]);
      await seed(project, documents(fence));
      return [rival, project] as const;
    }),
  );
  return Object.fromEntries(entries) as Projects;
}

function documents(entries: number): Record<string, Fields> {
  const others = Array.from(
    { length: entries },
    (_, n) => [`removed-person-${String(n).padStart(13, '0')}`, n] as const,
  );
  const access = newAccess([]);
  const products = Array.from({ length: 25 }, (_, n) => [
    `tenants/${tenantId}/products/product-${n}`,
    productFields('published'),
  ]);
  return {
    [`tenants/${tenantId}/system/access`]: {
      ...access,
      roles: {},
      seq: version,
      fence: Object.fromEntries(others),
      supportUntil: new Date(access.supportUntil),
    },
    [`tenants/${tenantId}/members/${uid}`]: {
      uid,
      role: 'member',
      version,
      email: 'member@example.com',
      displayName: 'A member',
      joinedAt: new Date(),
      lastSeenAt: new Date(),
    },
    ...(Object.fromEntries(products) as Record<string, Fields>),
  };
}

async function race(projects: Projects, request: Kind, fence: number): Promise<RulesRow[]> {
  const { warm, slice } = requests[request];
  for (const rival of rivals) await requestsPerSecond(projects[rival], request, warm);

  const measured: Record<Rival, number>[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const speeds: Partial<Record<Rival, number>> = {};
    const order = round % 2 === 0 ? rivals : rivals.toReversed();
    for (const rival of order) speeds[rival] = await requestsPerSecond(projects[rival], request, slice);
    measured.push(speeds as Record<Rival, number>);
  }
  return rivals.map((rules) => ({
    request,
    fence,
    rules,
    perSecond: Math.round(median(measured.map((speeds) => speeds[rules]))),
    ofOpen: ratio(measured.map((speeds) => speeds[rules] / speeds.open)),
    ofMember: ratio(measured.map((speeds) => speeds[rules] / speeds.member)),
  }));
}

/** With eight connections that are kept, each with one request under way. */
async function requestsPerSecond(project: Project, request: Kind, amount: number): Promise<number> {
  const path = `/v1/${project.documents}/${requests[request].path}`;
  const began = performance.now();
  await inParallel(Array.from({ length: amount }), async () => {
    const { status, text } = await ask('GET', path, undefined, token);
    if (status !== 200) throw new Error(`${project.id} answers ${status}: ${text}`);
  });
  return (amount * 1_000) / (performance.now() - began);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function ratio(values: readonly number[]): number {
  return Math.round(median(values) * 100) / 100;
}
