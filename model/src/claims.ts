import { tenantIdPattern } from './tenant-id.ts';
import type { RoleKey } from './roles.ts';

/** One tenant in a person's claims: the role, and the version of the membership that it was read from. */
export type ClaimEntry = readonly [role: RoleKey, version: number];

/** The custom claims of a person, as rules and operations read them. */
export type Claims = {
  readonly tenants: Readonly<Record<string, ClaimEntry>>;
  readonly operator?: true;
};

/** A membership as far as claims are concerned. `lastActiveAt` is in milliseconds since the epoch. */
export type ClaimSource = {
  readonly tenantId: string;
  readonly role: RoleKey;
  readonly version: number;
  readonly lastActiveAt: number;
};

/** Firebase refuses custom claims of more bytes than this (JSON, UTF-8). */
export const claimsByteLimit = 1_000;

/**
 * The claims that follow from a person's memberships: a function of its input and nothing else.
 * The most recently used memberships that fit in `claimsByteLimit` bytes; the rest stay in the database
 * until `activateTenant` brings them in. Equal times are ordered by tenant id, so that the answer is one.
 */
export function claimsFor(memberships: readonly ClaimSource[], isOperator: boolean): Claims {
  const byUse = [...memberships].sort(
    (a, b) => b.lastActiveAt - a.lastActiveAt || (a.tenantId < b.tenantId ? -1 : a.tenantId > b.tenantId ? 1 : 0),
  );
  const chosen: ClaimSource[] = [];
  let bytes = byteLength(assemble([], isOperator));
  for (const membership of byUse) {
    const entry = byteLength({ [membership.tenantId]: [membership.role, membership.version] }) - 2;
    const comma = chosen.length > 0 ? 1 : 0;
    if (bytes + entry + comma > claimsByteLimit) break;
    bytes += entry + comma;
    chosen.push(membership);
  }
  return assemble(chosen, isOperator);
}

/** Whether two claims say the same, whatever the order of their keys. */
export function sameClaims(a: Claims, b: Claims): boolean {
  return canonical(a) === canonical(b);
}

/** Reads the claims out of a token or a user record, dropping whatever is not of their shape. */
export function parseClaims(token: unknown): Claims {
  const tenants: Record<string, ClaimEntry> = {};
  const raw = isRecord(token) && isRecord(token.tenants) ? token.tenants : {};
  for (const tenantId of Object.keys(raw)) {
    const entry = tenantIdPattern.test(tenantId) ? claimEntry(raw[tenantId]) : undefined;
    if (entry) tenants[tenantId] = entry;
  }
  return isRecord(token) && token.operator === true ? { tenants, operator: true } : { tenants };
}

/** The claim for one tenant, or `undefined` when the token holds none of the right shape. */
export function claimOf(token: unknown, tenantId: string): ClaimEntry | undefined {
  const { tenants } = parseClaims(token);
  return Object.hasOwn(tenants, tenantId) ? tenants[tenantId] : undefined;
}

/** Whether a claim is there and says this role at this version. */
export function isEntry(claim: ClaimEntry | undefined, [role, version]: ClaimEntry): boolean {
  return claim !== undefined && claim[0] === role && claim[1] === version;
}

/** The ids of the tenants that a token claims. */
export function claimedTenants(token: unknown): string[] {
  return Object.keys(parseClaims(token).tenants).filter((tenantId) => tenantIdPattern.test(tenantId));
}

function claimEntry(value: unknown): ClaimEntry | undefined {
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [role, version] = value as unknown[];
  return typeof role === 'string' && Number.isSafeInteger(version) ? [role, version as number] : undefined;
}

function assemble(memberships: readonly ClaimSource[], isOperator: boolean): Claims {
  const tenants = Object.fromEntries(
    memberships.map(({ tenantId, role, version }) => [tenantId, [role, version]] as const),
  );
  return isOperator ? { tenants, operator: true } : { tenants };
}

function canonical({ tenants, operator }: Claims): string {
  return JSON.stringify([Object.entries(tenants).sort(([a], [b]) => (a < b ? -1 : 1)), operator === true]);
}

function byteLength(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
