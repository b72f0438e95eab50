import type { Access } from '@tenantry/model/access';
import type { Overrides } from '@tenantry/model/billing/overrides';
import type { SubscriptionFacts } from '@tenantry/model/billing/subscription-facts';
import type { InvoiceDocument, SubscriptionDocument } from '@tenantry/model/documents/billing';
import type { OrderDocument, NoteDocument, ProductDocument } from '@tenantry/model/documents/business';
import type {
  InviteDocument,
  MemberDocument,
  MembershipDocument,
  UserDocument,
} from '@tenantry/model/documents/people';
import type { OperatorDocument, PlatformAuditDocument } from '@tenantry/model/documents/platform';
import type {
  AuditDocument,
  CountersDocument,
  PlacementDocument,
  ProfileDocument,
  SlugDocument,
  TenantDocument,
} from '@tenantry/model/documents/tenants';
import type { Instant } from '@tenantry/model/documents/instant';
import type { UsageDocument, UsageEventDocument } from '@tenantry/model/documents/usage';
import { paths, tenantPaths } from '@tenantry/model/paths';
import type { UsageRecord } from './usage-record.ts';

/** A path that knows its plane and what lies there. Only this module makes one. */
export type DocumentPath<Plane extends 'tenant' | 'control', Data> = {
  readonly plane: Plane;
  readonly path: string;
  /** Never set: it carries the type. */
  readonly data?: Data;
};
export type TenantPath<Data> = DocumentPath<'tenant', Data>;
export type ControlPath<Data> = DocumentPath<'control', Data>;

/** The access document as it is stored: times are timestamps. */
export type StoredAccess = Omit<Access, 'supportUntil' | 'support'> & {
  readonly supportUntil: Instant;
  readonly support: Readonly<Record<string, Instant>>;
};

/** `tenants/{t}/system/auditHead`: where the chain ends. */
export type AuditHead = { readonly seq: number; readonly hash: string };

/** `tenants/{t}/system/retiredRoles`: keys of roles that were deleted, and until when nobody may use them again. */
export type RetiredRoles = { readonly until: Readonly<Record<string, Instant>> };

/** `tenants/{t}/idempotency/{hash}`: what a call was and what it was answered. */
export type IdempotencyRecord = {
  readonly request: string;
  readonly answer: Record<string, unknown>;
  readonly at: Instant;
  /** When Firestore removes it by itself. */
  readonly expiresAt: Instant;
};

/** `users/{uid}/system/claims`: who is writing this person's claims now, and what was seen to agree. */
export type ClaimsRecord = {
  readonly marks?: Readonly<Record<string, { readonly at: Instant; readonly tenants: readonly string[] }>>;
  /** When the newest mark was put; the sweep looks for it, and takes it away when no mark is left. */
  readonly markedAt?: Instant;
  /**
   * By tenant: since when membership, projection and claims were seen to agree, with no mark standing, on the
   * change that raised the fence to `version`. The entry may go 70 minutes later.
   */
  readonly agreed?: Readonly<Record<string, { readonly version: number; readonly at: Instant }>>;
};

export type MailStatus = 'queued' | 'claimed' | 'sent' | 'skipped' | 'failed';

/**
 * `mail/{id}`: the outbox. The recipient's address and the data of the template, never a secret.
 * `claimed` is being sent, or was when its sender died: it may have arrived, and is sent again only by hand.
 * `skipped` was overtaken: an invitation that is no longer open. `failed` was refused for good.
 */
export type MailDocument = {
  readonly kind: string;
  readonly to: string;
  readonly tenantId: string | null;
  readonly data: Record<string, unknown>;
  readonly status: MailStatus;
  readonly attempts: number;
  readonly createdAt: Instant;
  /** When it was last handed to the queue, or was going to be: the sweep looks for mails that wait too long since. */
  readonly queuedAt: Instant;
  /** When Firestore removes it by itself. */
  readonly expiresAt: Instant;
  readonly claimedAt?: Instant;
  /** When an operator had it sent again. */
  readonly resentAt?: Instant;
  readonly sentAt?: Instant;
};

/**
 * `tenants/{t}/system/billing`: who a business is to Stripe, and what its billing state was computed from. Moments in it
 * are milliseconds: the pure functions of the model take them as they are.
 */
export type BillingRecord = {
  readonly customerId: string | null;
  /** Raised by every write of the sync. One that finds another value than before it asked Stripe asks again. */
  readonly fence: number;
  readonly overrides: Overrides;
  readonly subscriptions: readonly SubscriptionFacts[];
  /** What was mirrored of each invoice, as a digest, so that unchanged ones are neither read nor written. */
  readonly invoices: Readonly<Record<string, string>>;
  /** The debt that was written about, and the days of it on which a mail went out. */
  readonly dunning: { readonly since: number; readonly days: readonly number[] } | null;
  /** When the clock alone changes something next; null when it never does. */
  readonly checkAt: number | null;
  /** When the sync last heard from Stripe. */
  readonly syncedAt: number | null;
  /** Raised by every call that begins a purchase. One that finds it moved was overtaken, and takes its own page back. */
  readonly checkouts?: number;
  /** Whether a subscription to a plan ever ran. Kept here, since a customer who was deleted takes the proof along. */
  readonly trialUsed?: boolean;
  /** Whom Stripe writes to. Absent in what was written before this was kept. */
  readonly contact?: BillingContact;
};

export type BillingContact = {
  /** Null when Stripe has nobody's address. */
  readonly uid: string | null;
  /** Who may be telling Stripe an address now, by an id of the telling, and since when: milliseconds of the machine's clock. */
  readonly telling: Readonly<Record<string, number>>;
};

/** `stripeCustomers/{id}`: whose customer it is. What an event is about is decided here and nowhere else. */
export type StripeCustomerDocument = { readonly tenantId: string; readonly createdAt: Instant };

export const stripeEventStatuses = ['recorded', 'processed', 'ignored', 'failed'] as const;

/** `stripeEvents/{id}`: the inbox. An event is a hint, so that its content is not kept. */
export type StripeEventDocument = {
  readonly type: string;
  /** Null for what is no customer's. */
  readonly customerId: string | null;
  /** Null while nobody is known to be that customer. */
  readonly tenantId: string | null;
  /** `ignored`: of no customer, or of none that we know. */
  readonly status: (typeof stripeEventStatuses)[number];
  readonly attempts: number;
  /** When Stripe says that it happened, and when it first came. */
  readonly createdAt: Instant;
  readonly receivedAt: Instant;
  readonly processedAt: Instant | null;
  /** What went wrong the last time, without anybody's data. */
  readonly error: string | null;
  /** When Firestore removes it by itself. */
  readonly expiresAt: Instant;
};

const tenant = <Data>(path: string): TenantPath<Data> => ({ plane: 'tenant', path });
const control = <Data>(path: string): ControlPath<Data> => ({ plane: 'control', path });

/** Documents and collections of one tenant, relative to it. */
export const tenantDocuments = {
  tenant: () => tenant<TenantDocument>(tenantPaths.self()),
  profile: () => tenant<ProfileDocument>(tenantPaths.profile()),
  access: () => tenant<StoredAccess>(tenantPaths.access()),
  auditHead: () => tenant<AuditHead>(tenantPaths.auditHead()),
  counters: () => tenant<CountersDocument>(tenantPaths.counters()),
  billing: () => tenant<BillingRecord>(tenantPaths.billing()),
  subscription: () => tenant<SubscriptionDocument>(tenantPaths.subscription()),
  invoice: (invoiceId: string) => tenant<InvoiceDocument>(tenantPaths.invoice(invoiceId)),
  usageRecord: () => tenant<UsageRecord>(tenantPaths.usageRecord()),
  usageEvents: () => tenant<UsageEventDocument>(tenantPaths.usageEvents()),
  usageEvent: (id: string) => tenant<UsageEventDocument>(tenantPaths.usageEvent(id)),
  usages: () => tenant<UsageDocument>(tenantPaths.usages()),
  usage: (month: string) => tenant<UsageDocument>(tenantPaths.usage(month)),
  retiredRoles: () => tenant<RetiredRoles>(tenantPaths.retiredRoles()),
  idempotencyKeys: () => tenant<IdempotencyRecord>(tenantPaths.idempotencyKeys()),
  idempotency: (hash: string) => tenant<IdempotencyRecord>(tenantPaths.idempotency(hash)),
  members: () => tenant<MemberDocument>(tenantPaths.members()),
  member: (uid: string) => tenant<MemberDocument>(tenantPaths.member(uid)),
  invites: () => tenant<InviteDocument>(tenantPaths.invites()),
  invite: (inviteId: string) => tenant<InviteDocument>(tenantPaths.invite(inviteId)),
  products: () => tenant<ProductDocument>(tenantPaths.products()),
  product: (productId: string) => tenant<ProductDocument>(tenantPaths.product(productId)),
  orders: () => tenant<OrderDocument>(tenantPaths.orders()),
  order: (orderId: string) => tenant<OrderDocument>(tenantPaths.order(orderId)),
  notes: (orderId: string) => tenant<NoteDocument>(tenantPaths.notes(orderId)),
  audits: () => tenant<AuditDocument>(tenantPaths.audits()),
  audit: (id: string) => tenant<AuditDocument>(tenantPaths.audit(id)),
} as const;

/** Documents and collections of the control plane. */
export const controlDocuments = {
  user: (uid: string) => control<UserDocument>(paths.user(uid)),
  memberships: (uid: string) => control<MembershipDocument>(paths.memberships(uid)),
  membership: (uid: string, tenantId: string) => control<MembershipDocument>(paths.membership(uid, tenantId)),
  userClaims: (uid: string) => control<ClaimsRecord>(paths.userClaims(uid)),
  slugs: () => control<SlugDocument>(paths.slugs()),
  slug: (slug: string) => control<SlugDocument>(paths.slug(slug)),
  placement: (tenantId: string) => control<PlacementDocument>(paths.placement(tenantId)),
  operator: (uid: string) => control<OperatorDocument>(paths.operator(uid)),
  operators: () => control<OperatorDocument>(paths.operators()),
  stripeCustomers: () => control<StripeCustomerDocument>(paths.stripeCustomers()),
  stripeCustomer: (customerId: string) => control<StripeCustomerDocument>(paths.stripeCustomer(customerId)),
  stripeEvent: (eventId: string) => control<StripeEventDocument>(paths.stripeEvent(eventId)),
  stripeEvents: () => control<StripeEventDocument>(paths.stripeEvents()),
  mail: (mailId: string) => control<MailDocument>(paths.mail(mailId)),
  mails: () => control<MailDocument>(paths.mails()),
  rateLimit: (id: string) => control<{ count: number; expiresAt: Instant }>(paths.rateLimit(id)),
  platformAudits: () => control<PlatformAuditDocument>(paths.platformAudits()),
  platformAudit: (id: string) => control<PlatformAuditDocument>(paths.platformAudit(id)),
} as const;
