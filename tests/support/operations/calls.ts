import { randomBytes, randomUUID } from 'node:crypto';
import { inTenant, paths, tenantPaths } from '@tenantry/model/paths';
import { readDocument } from '../database.ts';
import { billingCalls } from './billing-calls.ts';
import { linkSecret } from './link-secret.ts';
import { type Actor, customRoleOf, emptyRole, presentVersion } from './people/actor.ts';
import { type InputOf, type OperationName, type RowName } from './names.ts';
import { type Documents, invite, lostMail, member, order, type Place, product, soon } from './place.ts';

/** A call that can succeed: the documents that it needs, its input, and how to see afterwards that it was done. */
export type Prepared<Name extends OperationName = OperationName> = {
  readonly documents: Documents;
  readonly input: InputOf<Name>;
  /** What the database says once the call was answered with `result`; compared with `done`. */
  readonly look: (result: Readonly<Record<string, unknown>>) => Promise<unknown>;
  readonly done: unknown;
};

type OperationOfRow<Row extends RowName> = Row extends `${infer Name extends OperationName} ${string}` ? Name : Row;

type Prepare<Name extends OperationName> = (place: Place, subject: Pick<Actor, 'uid' | 'email'>) => Prepared<Name>;

const manager = customRoleOf('member:manage');

/** For each row a call that whoever may make it makes with success, upon documents that no other call names. */
export const calls: { readonly [Row in RowName]: Prepare<OperationOfRow<Row> & OperationName> } = {
  ...billingCalls,
  'api/createTenant': () => {
    const slug = `made-${id()}`;
    return {
      documents: {},
      input: { name: 'Made', slug },
      look: async (result) => (await readDocument(paths.slug(slug)))?.tenantId === result.tenantId,
      done: true,
    };
  },
  'api/activateTenant': ({ tenantId, status }, { uid }) => ({
    documents: {},
    input: { tenantId },
    look: async (result) => [result.status, typeof (await readDocument(paths.membership(uid, tenantId)))?.role],
    done: [status, 'string'],
  }),
  'api/updateProfile': (_, { uid }) => {
    const displayName = id();
    return {
      documents: {},
      input: { displayName },
      look: async () => (await readDocument(paths.user(uid)))?.displayName,
      done: displayName,
    };
  },
  'api/deleteAccount': (place, { uid }) => ({
    documents: {},
    input: {},
    look: async () => [await readDocument(paths.user(uid)), await read(place, tenantPaths.member(uid))],
    done: [undefined, undefined],
  }),
  'api/signOutEverywhere': (place, { uid }) => ({
    documents: {},
    input: {},
    look: async () => (await read(place, tenantPaths.member(uid)))?.version !== presentVersion,
    done: true,
  }),
  'api/acceptInvite': (place, { uid, email }) => {
    const inviteId = id();
    return {
      documents: { [tenantPaths.invite(inviteId)]: invite(email, 'viewer', place.ownerUid) },
      input: { tenantId: place.tenantId, inviteId, secret: linkSecret(place.tenantId, inviteId) },
      look: async () => [
        (await read(place, tenantPaths.invite(inviteId)))?.status,
        typeof (await read(place, tenantPaths.member(uid)))?.role,
      ],
      done: ['accepted', 'string'],
    };
  },
  'api/joinAsCustomer': (place, { uid }) => ({
    documents: {},
    input: { slug: place.slug },
    look: async () => typeof (await read(place, tenantPaths.member(uid)))?.role,
    done: 'string',
  }),
  'api/updateTenant': (place) => {
    const orderText = id();
    return {
      documents: {},
      input: { tenantId: place.tenantId, orderText },
      // Others change it at the same time: what stands is what somebody who may wrote.
      look: async () => ![undefined, ''].includes((await read(place, tenantPaths.profile()))?.orderText as string),
      done: true,
    };
  },
  'api/inviteMember': (place) => inviting(place, emptyRole),
  'api/inviteMember as an admin': (place) => inviting(place, 'admin'),
  'api/inviteMembers': (place) => {
    const email = address();
    return {
      documents: {},
      input: { tenantId: place.tenantId, invites: [{ email, role: emptyRole }] },
      look: async ({ answers }) => {
        const [{ inviteId } = {}] = answers as { inviteId?: string }[];
        return (await read(place, tenantPaths.invite(String(inviteId))))?.email;
      },
      done: email,
    };
  },
  'api/resendInvite': (place) => {
    const inviteId = id();
    const path = tenantPaths.invite(inviteId);
    return {
      documents: { [path]: invite(address(), emptyRole, place.ownerUid) },
      input: { tenantId: place.tenantId, inviteId },
      look: async () => (await read(place, path))?.generation,
      done: 2,
    };
  },
  'api/revokeInvite': (place) => {
    const inviteId = id();
    const path = tenantPaths.invite(inviteId);
    return {
      documents: { [path]: invite(address(), emptyRole, place.ownerUid) },
      input: { tenantId: place.tenantId, inviteId },
      look: async () => (await read(place, path))?.status,
      done: 'revoked',
    };
  },
  'api/setMemberRole': (place) => changingRole(place, manager, emptyRole),
  'api/setMemberRole to more than before': (place) => changingRole(place, emptyRole, manager),
  'api/setMemberRole to owner': (place) => changingRole(place, 'viewer', 'owner'),
  'api/removeMember': (place) => removing(place, emptyRole),
  'api/removeMember of an owner': (place) => removing(place, 'owner'),
  'api/defineRole': (place) => defining(place, []),
  'api/defineRole that manages people': (place) => defining(place, ['member:manage']),
  'api/deleteRole': (place) => deleting(place, [], emptyRole),
  'api/deleteRole that manages people': (place) => deleting(place, ['member:manage'], emptyRole),
  'api/deleteRole into one that manages people': (place) => deleting(place, [], manager),
  'api/verifyAudit': ({ tenantId }) => ({
    documents: {},
    input: { tenantId },
    look: ({ entries }) => Promise.resolve(typeof entries),
    done: 'number',
  }),
  'api/offerOwnership': (place) => {
    const uid = id();
    const path = tenantPaths.member(uid);
    return {
      documents: { [path]: member(uid, 'viewer') },
      input: { tenantId: place.tenantId, uid },
      look: async () => typeof (await read(place, path))?.ownershipOffer,
      done: 'object',
    };
  },
  'api/acceptOwnership': (place, { uid }) => {
    const from = id();
    return {
      documents: {
        [tenantPaths.member(from)]: member(from, 'owner'),
        [tenantPaths.member(uid)]: { ownershipOffer: { by: from, expiresAt: soon } },
      },
      input: { tenantId: place.tenantId },
      look: async () => [
        (await read(place, tenantPaths.member(uid)))?.role,
        (await read(place, tenantPaths.member(from)))?.role,
      ],
      done: ['owner', 'admin'],
    };
  },
  'api/openSupport': (place) => ({
    documents: {},
    input: { tenantId: place.tenantId, hours: 24, reason: 'An order is stuck' },
    look: async () => (await read(place, tenantPaths.access()))?.supportScope,
    done: 'support',
  }),
  'api/closeSupport': (place) => ({
    documents: {},
    input: { tenantId: place.tenantId },
    look: async () => (await read(place, tenantPaths.access()))?.support,
    done: {},
  }),
  'api/leaveTenant': (place, { uid }) => ({
    documents: {},
    input: { tenantId: place.tenantId },
    look: () => read(place, tenantPaths.member(uid)),
    done: undefined,
  }),
  'api/createProduct': (place) => {
    const sku = id();
    return {
      documents: {},
      input: { tenantId: place.tenantId, sku, name: 'Tea', unitAmount: 450 },
      look: async ({ productId }) => (await read(place, tenantPaths.product(String(productId))))?.sku,
      done: sku,
    };
  },
  'api/deleteProduct': (place) => {
    const productId = id();
    return {
      documents: { [tenantPaths.product(productId)]: product() },
      input: { tenantId: place.tenantId, productId },
      look: () => read(place, tenantPaths.product(productId)),
      done: undefined,
    };
  },
  'api/adjustStock': (place) => {
    const productId = id();
    return {
      documents: { [tenantPaths.product(productId)]: product({ stock: 10 }) },
      input: { tenantId: place.tenantId, productId, delta: -3 },
      look: async () => (await read(place, tenantPaths.product(productId)))?.stock,
      done: 7,
    };
  },
  'api/placeOrder': (place) => ordering(place, {}),
  'api/placeOrder for a customer': (place) => ordering(place, { customerUid: place.ownerUid }),
  'api/placeOrder for a name': (place) => ordering(place, { customerName: 'Ann' }),
  'api/fulfillOrder': (place) => {
    const orderId = id();
    const path = tenantPaths.order(orderId);
    return {
      documents: { [path]: order(null) },
      input: { tenantId: place.tenantId, orderId },
      look: async () => (await read(place, path))?.status,
      done: 'fulfilled',
    };
  },
  'api/cancelOrder': (place, { uid }) => cancelling(place, uid),
  'api/cancelOrder of another’s': (place) => cancelling(place, place.ownerUid),
  'api/setNotifications': (place, { uid }) => ({
    documents: {},
    input: { tenantId: place.tenantId, newOrders: true },
    look: async () => (await read(place, tenantPaths.member(uid)))?.notifications,
    done: { newOrders: true },
  }),
  'operator/listTenants': ({ slug }) => ({
    documents: {},
    input: { search: slug },
    look: (result) => Promise.resolve(Array.isArray(result.tenants) ? result.tenants.length : undefined),
    done: 1,
  }),
  'operator/getTenant': (place) => ({
    documents: {},
    input: { tenantId: place.tenantId },
    look: (result) => Promise.resolve(result.slug),
    done: place.slug,
  }),
  'operator/enterTenant': (place, { uid }) => ({
    documents: {},
    input: { tenantId: place.tenantId, reason: 'To look at the order' },
    look: async () => Object.hasOwn((await visitsOf(place)) ?? {}, uid),
    done: true,
  }),
  'operator/leaveTenant': (place, { uid }) => ({
    documents: { [tenantPaths.access()]: { support: { [uid]: soon } } },
    input: { tenantId: place.tenantId },
    look: async () => Object.hasOwn((await visitsOf(place)) ?? {}, uid),
    done: false,
  }),
  'operator/reportPageView': (place, { uid }) => ({
    documents: { [tenantPaths.access()]: { support: { [uid]: soon } } },
    input: { tenantId: place.tenantId, page: '/orders' },
    look: async () => Object.hasOwn((await visitsOf(place)) ?? {}, uid),
    done: true,
  }),
  'operator/listMails': () => {
    const mailId = id();
    return {
      documents: { [paths.mail(mailId)]: lostMail() },
      input: { trouble: 'unknown' },
      look: (result) =>
        Promise.resolve(JSON.stringify(result.mails).includes(mailId) && !JSON.stringify(result).includes('@')),
      done: true,
    };
  },
  'operator/resendMail': () => {
    const mailId = id();
    return {
      documents: { [paths.mail(mailId)]: lostMail() },
      input: { mailId },
      look: async () => (await readDocument(paths.mail(mailId)))?.resentAt !== undefined,
      done: true,
    };
  },
  'operator/setTenantStatus': (place) => ({
    documents: {},
    input: { tenantId: place.tenantId, status: 'active', reason: 'Seen to' },
    look: async () => (await read(place, tenantPaths.access()))?.holds,
    done: { operator: 'active', billing: 'active', deletion: 'active' },
  }),
};

function inviting(place: Place, role: string): Prepared<'api/inviteMember'> {
  const email = address();
  return {
    documents: {},
    input: { tenantId: place.tenantId, email, role },
    look: async ({ inviteId }) => {
      const made = await read(place, tenantPaths.invite(String(inviteId)));
      return [made?.email, made?.role];
    },
    done: [email, role],
  };
}

function changingRole(place: Place, before: string, after: string): Prepared<'api/setMemberRole'> {
  const uid = id();
  const path = tenantPaths.member(uid);
  return {
    documents: { [path]: member(uid, before) },
    input: { tenantId: place.tenantId, uid, role: after },
    look: async () => (await read(place, path))?.role,
    done: after,
  };
}

function removing(place: Place, role: string): Prepared<'api/removeMember'> {
  const uid = id();
  const path = tenantPaths.member(uid);
  return {
    documents: { [path]: member(uid, role) },
    input: { tenantId: place.tenantId, uid },
    look: () => read(place, path),
    done: undefined,
  };
}

function defining(place: Place, permissions: 'member:manage'[]): Prepared<'api/defineRole'> {
  const key = id();
  return {
    documents: {},
    input: { tenantId: place.tenantId, key, name: 'Packers', permissions },
    look: async () => {
      const access = await read(place, tenantPaths.access());
      return (access?.roles as Record<string, unknown> | undefined)?.[key];
    },
    done: permissions,
  };
}

function deleting(place: Place, permissions: readonly string[], moveTo: string): Prepared<'api/deleteRole'> {
  const [key, uid] = [id(), id()];
  const path = tenantPaths.member(uid);
  return {
    documents: { [path]: member(uid, key), [tenantPaths.access()]: { roles: { [key]: permissions } } },
    input: { tenantId: place.tenantId, key, moveTo },
    look: async () => [
      Object.hasOwn((await read(place, tenantPaths.access()))?.roles as object, key),
      (await read(place, path))?.role,
    ],
    done: [false, moveTo],
  };
}

function ordering(place: Place, whom: { customerUid?: string; customerName?: string }): Prepared<'api/placeOrder'> {
  const productId = id();
  const path = tenantPaths.product(productId);
  return {
    documents: { [path]: product({ stock: 10, unitAmount: 450 }) },
    input: {
      tenantId: place.tenantId,
      lines: [{ productId, quantity: 2 }],
      idempotencyKey: randomUUID(),
      ...whom,
    },
    look: async ({ orderId }) => [
      (await read(place, tenantPaths.order(String(orderId))))?.total,
      (await read(place, path))?.stock,
    ],
    done: [900, 8],
  };
}

function cancelling(place: Place, customerUid: string): Prepared<'api/cancelOrder'> {
  const orderId = id();
  const path = tenantPaths.order(orderId);
  return {
    documents: { [path]: order(customerUid) },
    input: { tenantId: place.tenantId, orderId },
    look: async () => (await read(place, path))?.status,
    done: 'cancelled',
  };
}

async function visitsOf(place: Place): Promise<object | undefined> {
  return (await read(place, tenantPaths.access()))?.support as object | undefined;
}

function read({ tenantId }: Place, path: string) {
  return readDocument(inTenant(tenantId, path));
}

/** Letters and digits that nothing else has. */
function id(): string {
  return `x${randomBytes(8).toString('hex')}`;
}

function address(): string {
  return `${id()}@example.com`;
}
