import { newAccess } from '@tenantry/model/access';
import { slugProblem } from '@tenantry/model/formats';
import type { ApiParsed } from '@tenantry/model/operations/api';
import { featuresOf, limitsOf } from '@tenantry/model/plans';
import { searchKeyOf } from '@tenantry/model/search-key';
import { newTenantId } from '@tenantry/model/tenant-id';
import { appendAudit, emptyAuditHead } from '../platform/audit.ts';
import { type Caller, requireLiveSignIn } from '../platform/operations/caller.ts';
import { beginClaimsChange } from '../platform/claims/change-claims.ts';
import { type DailyCount, enoughForToday, readToday } from '../platform/operations/daily-count.ts';
import { controlDocuments, tenantDocuments } from '../platform/data/documents.ts';
import { Refusal } from '../platform/operations/errors.ts';
import { defaultDatabase } from '../platform/data/default-database.ts';
import { instantOf } from '../platform/data/instant.ts';
import { personOperation } from '../platform/operations/operation.ts';
import type { ControlTransaction, TenantTransaction } from '../platform/data/scoped-transaction.ts';
import { profileOf } from '../platform/operations/person.ts';
import { toStored } from '../platform/data/stored-access.ts';
import { inTenantContext } from '../platform/tenant-context.ts';
import { runInNewTenant, runInTenant } from '../platform/data/transactions.ts';
import { recordSeat } from '../usage/record-seat.ts';
import { defaultHue } from './default-hue.ts';

/** Businesses that one person may open in a day (UTC). */
const tenantsPerDay = 100;
const region = 'eur3';

type Input = ApiParsed<'createTenant'>;

/**
 * Opens a business: address, tenant, profile, access, placement, owner and first audit entry in one
 * transaction. Safe to retry: the same person asking again for the same name and address gets the same tenant.
 */
export const createTenant = personOperation('createTenant', {
  verifiedEmail: true,
  async run({ caller, input, now, requestId }) {
    requireGoodSlug(input.slug);
    const fresh = newTenantId();
    const change = await beginClaimsChange(caller.uid, { tenantId: fresh, active: true });
    try {
      // Once the mark stands: see `addMember`.
      await requireLiveSignIn(caller);
      const tenantId = await inTenantContext(fresh, requestId, () => open(fresh, caller, input, now));
      if (tenantId !== fresh) await activateAgain(caller.uid, tenantId, requestId);
      return { tenantId, slug: input.slug };
    } finally {
      await change.finish();
    }
  },
});

/** Answers the id of the tenant that was made, or of the one that the same call had made before. */
function open(tenantId: string, caller: Caller, input: Input, now: Date): Promise<string> {
  return runInNewTenant(tenantId, async (tenant, control) => {
    const made = await madeBefore(control, caller, input);
    if (made !== undefined) return made;
    const today = await readToday(control, `createTenant-${caller.uid}`, now);
    if (today.count >= tenantsPerDay) throw enoughForToday(now);
    const user = await control.get(controlDocuments.user(caller.uid));
    const profile = profileOf(caller, user);
    writeControlPlane(control, tenantId, caller, input, now, today);
    control.merge(controlDocuments.user(caller.uid), profile);
    writeTenantPlane(tenant, caller.uid, profile, input, now);
    return tenantId;
  });
}

function requireGoodSlug(slug: string): void {
  const problem = slugProblem(slug);
  if (problem === undefined) return;
  const issues = [{ path: 'slug', code: problem, message: slugWords[problem] }];
  throw new Refusal(problem === 'slug-reserved' ? 'slug-reserved' : 'input', slugWords[problem], { issues });
}

const slugWords = {
  'slug-length': 'An address has 3 to 40 characters.',
  'slug-form': 'An address has lower-case letters and digits, with single hyphens between them.',
  'slug-reserved': 'This address is reserved. Choose another.',
} as const satisfies Record<NonNullable<ReturnType<typeof slugProblem>>, string>;

/** The tenant that a lost answer was about. Throws `slug-taken` when the address is somebody else's or another business's. */
async function madeBefore(
  control: ControlTransaction,
  caller: Caller,
  { slug, name }: Input,
): Promise<string | undefined> {
  const taken = await control.get(controlDocuments.slug(slug));
  if (!taken) return undefined;
  const placement = await control.get(controlDocuments.placement(taken.tenantId));
  if (placement?.createdBy === caller.uid && taken.name === name) return taken.tenantId;
  throw slugTaken();
}

function writeControlPlane(
  control: ControlTransaction,
  tenantId: string,
  { uid }: Caller,
  { slug, name }: Input,
  now: Date,
  today: DailyCount,
): void {
  const at = instantOf(now);
  today.add(1);
  control.create(controlDocuments.slug(slug), { tenantId, name, hue: defaultHue(slug), database: defaultDatabase });
  control.create(controlDocuments.placement(tenantId), {
    database: defaultDatabase,
    region,
    state: 'settled',
    slug,
    nameKey: searchKeyOf(name),
    createdBy: uid,
    createdAt: at,
  });
}

function writeTenantPlane(
  tenant: TenantTransaction,
  uid: string,
  { displayName, email }: { displayName: string; email: string },
  { slug, name, currency = 'EUR', locale = 'en', timeZone = 'UTC' }: Input,
  now: Date,
): void {
  const at = instantOf(now);
  const access = newAccess(featuresOf('free'));
  tenant.create(tenantDocuments.tenant(), {
    name,
    slug,
    plan: 'free',
    features: [...featuresOf('free')],
    limits: limitsOf('free'),
    createdAt: at,
  });
  tenant.create(tenantDocuments.profile(), {
    name,
    slug,
    branding: { hue: defaultHue(slug) },
    currency,
    timeZone,
    locale,
    orderText: '',
    joinOpen: true,
  });
  tenant.create(tenantDocuments.access(), toStored(access));
  tenant.create(tenantDocuments.counters(), {
    seatsUsed: 1,
    owners: 1,
    seatsInvited: 0,
    products: 0,
    lastOrderNumber: 0,
    ordersByMonth: {},
  });
  tenant.create(tenantDocuments.member(uid), {
    uid,
    role: 'owner',
    version: access.seq,
    email,
    displayName,
    joinedAt: at,
    lastSeenAt: at,
  });
  recordSeat(tenant, { uid, version: access.seq, before: undefined, after: 'owner', at: now });
  appendAudit(tenant, emptyAuditHead, uid, now, [{ action: 'tenant.created', target: uid, details: { slug, name } }]);
}

/** Brings a business that was opened before into the claims again. Throws `slug-taken` when its opener has left it since. */
async function activateAgain(uid: string, tenantId: string, requestId: string): Promise<void> {
  const change = await beginClaimsChange(uid, { tenantId, active: true });
  await change.finish();
  // The member document and not its projection: the answer that was lost may have been lost before that was written.
  const member = await inTenantContext(tenantId, requestId, () =>
    runInTenant((tx) => tx.get(tenantDocuments.member(uid))),
  );
  if (!member) throw slugTaken();
}

function slugTaken(): Refusal {
  const message = 'This address is taken. Choose another.';
  return new Refusal('slug-taken', message, { issues: [{ path: 'slug', code: 'slug-taken', message }] });
}
