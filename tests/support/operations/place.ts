import { randomBytes } from 'node:crypto';
import type { InviteDocument, MemberDocument } from '@tenantry/model/documents/people';
import type { OrderDocument, ProductDocument } from '@tenantry/model/documents/business';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { permissions } from '@tenantry/model/permissions';
import { featuresOf, limitsOf } from '@tenantry/model/plans';
import type { RoleKey } from '@tenantry/model/roles';
import { newTenantId } from '@tenantry/model/tenant-id';
import { noHolds, type TenantStatus } from '@tenantry/model/tenant-status';
import { Timestamp } from 'firebase-admin/firestore';
import { billingRecord, registeredCustomer, tellStripe } from '../billing/stack-stripe.ts';
import { authentication, database } from '../database.ts';
import { type Actor, customRoleOf, emptyRole, floor, presentVersion } from './people/actor.ts';
import { everybody } from './people/everybody.ts';
import { leaversOf } from './people/leavers.ts';

/** Documents by their path below a tenant. */
export type Documents = Readonly<Record<string, object>>;

/** A tenant that a part of a test has to itself. */
export type Place = {
  readonly tenantId: string;
  readonly slug: string;
  readonly status: TenantStatus;
  /** An owner in the database who never calls: invitations are theirs. */
  readonly ownerUid: string;
};

const past = Timestamp.fromMillis(Date.now() - 60_000);
export const soon = Timestamp.fromMillis(Date.now() + 3_600_000);
/** More than any test takes away: what is counted is not the matter here. */
const plenty = 1_000;

/** Opens accounts for everybody who is to have one. */
export async function openAccounts(actors: readonly Actor[] = everybody): Promise<void> {
  const known = actors.filter(({ account }) => account !== 'none');
  const { failureCount } = await authentication().importUsers(
    known.map(({ uid, email, verified, account }) => ({
      uid,
      email,
      emailVerified: verified,
      disabled: account === 'disabled',
    })),
  );
  if (failureCount > 0) throw new Error(`${failureCount} accounts were not opened.`);
  const registered = actors.filter((actor) => actor.registered);
  // A deletion waits for whoever writes one's claims: who asks for it has no writer that stands for ever.
  const deleting = new Set(leaversOf('api/deleteAccount', 'active'));
  const fenced = actors.filter((actor) => actor.fence !== undefined && !deleting.has(actor));
  await write({
    ...Object.fromEntries(registered.map(({ uid, email }) => [paths.operator(uid), { email, addedAt: past }])),
    // Whose claims are being written is not pruned: other tests let schedules run over every tenant, ahead of time.
    ...Object.fromEntries(
      fenced.map(({ uid }) => [paths.userClaims(uid), { marks: { standing: { at: soon, tenants: [] } } }]),
    ),
  });
}

/** Makes a tenant with the memberships, fences and visits that these people have, and documents of its own. */
export async function openPlace(status: TenantStatus, actors: readonly Actor[]): Promise<Place> {
  // What Stripe tells of by itself comes when it likes, and changes what is compared.
  await tellStripe('faults', { drop: true });
  const tenantId = newTenantId();
  const slug = `place-${randomBytes(6).toString('hex')}`;
  const place: Place = { tenantId, slug, status, ownerUid: `still-${tenantId}` };
  await write({
    [paths.slug(slug)]: { tenantId, name: 'Place', hue: 7, database: '(default)' },
    [paths.placement(tenantId)]: {
      database: '(default)',
      region: 'eur3',
      state: 'settled',
      slug,
      nameKey: 'place',
      createdBy: place.ownerUid,
      createdAt: past,
    },
  });
  await furnish(place, {
    ...core(place, actors),
    [tenantPaths.member(place.ownerUid)]: member(place.ownerUid, 'owner'),
    // One whom Stripe writes to would be looked after when they leave, by a task that comes when it likes.
    [tenantPaths.billing()]: {
      ...billingRecord('business', await registeredCustomer(tenantId)),
      contact: { uid: null, telling: {} },
    },
  });
  return place;
}

/** Takes places out of the register, so that schedules which visit every tenant pass them over. */
export async function closePlaces(places: readonly Place[]): Promise<void> {
  await Promise.all(places.map(({ tenantId }) => database().doc(paths.placement(tenantId)).delete()));
}

/**
 * Puts documents into a place, mails and events into the registers beside it. Of the access document, which is there already, only what
 * is named changes.
 */
export function furnish({ tenantId }: Place, documents: Documents): Promise<void> {
  const registers = [paths.mails(), paths.stripeEvents()];
  const where = (path: string) =>
    registers.includes(path.slice(0, path.indexOf('/'))) ? path : inTenant(tenantId, path);
  return write(Object.fromEntries(Object.entries(documents).map(([path, data]) => [where(path), data])));
}

/** What several calls need: of documents that more than one names, all that each names. */
export function together(all: readonly Documents[]): Documents {
  const named = all.flatMap((documents) => documents[tenantPaths.access()] ?? []) as readonly AccessPart[];
  const access = {
    roles: Object.assign({}, ...named.map(({ roles }) => roles)) as object,
    support: Object.assign({}, ...named.map(({ support }) => support)) as object,
  };
  return {
    ...(Object.assign({}, ...all) as Documents),
    ...(named.length > 0 ? { [tenantPaths.access()]: access } : {}),
  };
}

/** What calls need of the access document. */
type AccessPart = { readonly roles?: object; readonly support?: object };

function core({ slug, status }: Place, actors: readonly Actor[]): Documents {
  const features = [...featuresOf('business')];
  return {
    [tenantPaths.self()]: {
      name: 'Place',
      slug,
      plan: 'business',
      features,
      limits: limitsOf('business'),
      createdAt: past,
    },
    [tenantPaths.profile()]: {
      name: 'Place',
      slug,
      branding: { hue: 7 },
      currency: 'EUR',
      timeZone: 'UTC',
      locale: 'en',
      orderText: '',
      joinOpen: true,
    },
    [tenantPaths.counters()]: {
      seatsUsed: plenty,
      owners: plenty,
      seatsInvited: plenty,
      products: plenty,
      lastOrderNumber: plenty,
      ordersByMonth: {},
    },
    [tenantPaths.access()]: {
      status,
      holds: { ...noHolds, operator: status },
      seq: 10,
      fence: entries(actors, ({ fence }) => fence),
      floor,
      roles: {
        ...Object.fromEntries(permissions.map((permission) => [customRoleOf(permission), [permission]])),
        [emptyRole]: [],
      },
      supportUntil: soon,
      supportScope: 'support-people',
      support: entries(actors, ({ visits }) => (visits ? soon : undefined)),
      features,
    },
    ...Object.fromEntries(
      actors.flatMap(({ uid, member: known }) =>
        known ? [[tenantPaths.member(uid), member(uid, known.role, known.version)]] : [],
      ),
    ),
  };
}

/** Somebody who belongs to the place, without an address: nobody is written to. */
export function member(uid: string, role: RoleKey, version: number = presentVersion): MemberDocument {
  return { uid, role, version, email: '', displayName: 'Somebody', joinedAt: past, lastSeenAt: past };
}

export function product(fields: Partial<ProductDocument> = {}): ProductDocument {
  return {
    sku: randomBytes(8).toString('hex'),
    name: 'Tea',
    description: '',
    unitAmount: 450,
    stock: plenty,
    status: 'published',
    createdAt: past,
    createdBy: 'seed',
    updatedAt: past,
    updatedBy: 'seed',
    ...fields,
  };
}

export function order(customerUid: string | null, fields: Partial<OrderDocument> = {}): OrderDocument {
  return {
    number: 1,
    customerUid,
    customerName: 'Somebody',
    customerEmail: null,
    lines: [],
    total: 0,
    currency: 'EUR',
    message: '',
    status: 'placed',
    cancelReason: null,
    placedAt: past,
    fulfilledAt: null,
    cancelledAt: null,
    ...fields,
  };
}

export function invite(email: string, role: RoleKey, invitedBy: string): InviteDocument {
  return {
    email,
    role,
    status: 'open',
    message: '',
    createdAt: past,
    expiresAt: soon,
    invitedBy,
    generation: 1,
    acceptedBy: null,
  };
}

function entries<T>(actors: readonly Actor[], pick: (actor: Actor) => T | undefined): Record<string, T> {
  return Object.fromEntries(
    actors.flatMap((actor) => {
      const value = pick(actor);
      return value === undefined ? [] : [[actor.uid, value] as const];
    }),
  );
}

async function write(documents: Documents): Promise<void> {
  const batch = database().batch();
  for (const [path, data] of Object.entries(documents)) batch.set(database().doc(path), data, { merge: true });
  await batch.commit();
}

/** A mail of the platform whose sender died; no template can read it, so that it is never sent. */
export function lostMail(): object {
  const long = Timestamp.fromMillis(Date.now() - 3_600_000);
  const times = { createdAt: long, queuedAt: long, claimedAt: long, expiresAt: soon };
  return { kind: 'lost', to: 'nobody@example.com', tenantId: null, data: {}, status: 'claimed', attempts: 1, ...times };
}
