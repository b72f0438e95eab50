import type { Place, TenantSample } from '../../../support/rules/samples.ts';
import { clientClock } from '../../../support/rules/tenants.ts';
import { double, serverTime, transform, type Written } from '../../../support/rules/values.ts';
import { accessAt } from '../../../support/rules/world.ts';
import { commit, sampleOf, stamps, updating, type Ask } from './ask.ts';

type Table = Readonly<Record<string, readonly ['editors' | 'nobody', Written]>>;

/** What the server computes is judged as what it becomes. Each goes with the signature that every change takes. */
const signed: Partial<Record<TenantSample, Table>> = {
  published: {
    'raising stock': ['nobody', { stock: transform('increment', 1) }],
    'raising stock by nothing': ['editors', { stock: transform('increment', 0) }],
    'raising stock by nothing, into a double': ['nobody', { stock: transform('increment', double(0)) }],
    'lowering stock': ['nobody', { stock: transform('increment', -1) }],
    'raising unitAmount': ['editors', { unitAmount: transform('increment', 50) }],
    'raising unitAmount by a fraction': ['nobody', { unitAmount: transform('increment', 0.5) }],
    'lowering unitAmount below zero': ['nobody', { unitAmount: transform('increment', -5_000) }],
    'raising unitAmount beyond its end': ['nobody', { unitAmount: transform('increment', 99_999_999) }],
    'lifting unitAmount': ['editors', { unitAmount: transform('maximum', 1_300) }],
    'lifting unitAmount beyond its end': ['nobody', { unitAmount: transform('maximum', 100_000_000) }],
    'counting in name': ['nobody', { name: transform('increment', 1) }],
    'listing in name': ['nobody', { name: transform('union', ['A bowl']) }],
    'listing in description': ['nobody', { description: transform('without', ['A bowl']) }],
    'listing in status': ['nobody', { status: transform('union', ['published']) }],
    'listing in a field that it has not': ['nobody', { tags: transform('union', ['new']) }],
    'counting in a field that it has not': ['nobody', { sold: transform('increment', 1) }],
    'the time in createdAt': ['nobody', { createdAt: serverTime }],
    'the time in status': ['nobody', { status: serverTime }],
    'the time in updatedBy': ['nobody', { updatedBy: serverTime }],
    'the time of a client': ['nobody', { updatedAt: clientClock }],
    'a count in updatedAt': ['nobody', { updatedAt: transform('increment', 1) }],
  },
  ownNote: {
    'counting in text': ['nobody', { text: transform('increment', 1) }],
    'listing in text': ['nobody', { text: transform('union', ['More.']) }],
    'the time in text': ['nobody', { text: serverTime }],
    'the time in createdAt': ['nobody', { createdAt: serverTime }],
    'a list in authorUid': ['nobody', { authorUid: transform('union', ['somebody']) }],
    'the time of a client': ['nobody', { text: 'Later.', updatedAt: clientClock }],
    'a field that it has not': ['nobody', { seen: transform('increment', 1) }],
  },
};

/** Of what only the server writes. */
const closed: Partial<Record<TenantSample, Written>> = {
  tenant: { features: transform('union', ['custom-roles']) },
  profile: { joinOpen: transform('union', [true]) },
  system: { seatsUsed: transform('increment', -1) },
  ownMember: { version: transform('increment', 1), lastSeenAt: serverTime },
  invite: { generation: transform('increment', 1) },
  ownOrder: { total: transform('increment', -1), cancelledAt: serverTime },
  subscription: { seats: transform('maximum', 500) },
  usage: { at: serverTime },
  audit: { seq: transform('increment', 1) },
  unnamedCollection: { at: serverTime },
};

/** Of the access document: to let oneself in, or back in. */
const access: Readonly<Record<string, (uid: string) => Written>> = {
  'the fence before oneself': (uid) => ({ [`fence.\`${uid.replaceAll('`', '\\`')}\``]: transform('increment', -5) }),
  'the floor': () => ({ floor: transform('increment', -3) }),
  'a visit of one’s own': (uid) => ({ [`support.\`${uid.replaceAll('`', '\\`')}\``]: serverTime }),
  'the features': () => ({ features: transform('union', ['everything']) }),
};

const creations: Readonly<Record<string, (place: Place) => Written>> = {
  'the time as text': () => ({ text: serverTime }),
  'a list as author': ({ uid }) => ({ authorUid: transform('union', [uid]) }),
  'a count as createdAt': () => ({ createdAt: transform('increment', 1) }),
};

/** Writes that the server computes a part of. */
export const transformAsks: readonly Ask[] = [
  ...(Object.entries(signed) as [TenantSample, Table][]).flatMap(([sample, table]) =>
    Object.entries(table).map(([name, [who, fields]]) =>
      updating(sample, name, who, (place) => ({ ...stamps(sample, place), ...fields })),
    ),
  ),
  ...(Object.entries(closed) as [TenantSample, Written][]).map(([sample, fields]) =>
    updating(sample, 'what the server computes', 'nobody', () => fields),
  ),
  ...Object.entries(access).map(([name, fields]): Ask => ({
    name: `update the access document: ${name}`,
    verb: 'update',
    samples: [],
    decidedBy: ['system'],
    needs: null,
    given: ({ here }) => accessAt(here.tenantId),
    operation: ({ here }) =>
      commit({ kind: 'update', path: `tenants/${here.tenantId}/system/access`, fields: fields(here.uid) }),
  })),
  ...Object.entries(creations).map(([name, fields]): Ask => ({
    name: `create ownNote: ${name}`,
    verb: 'create',
    samples: ['ownNote'],
    needs: null,
    operation: ({ twin }) => {
      const { path, created } = sampleOf('ownNote');
      return commit({ kind: 'create', path: path(twin), fields: { ...created(twin), ...fields(twin) } });
    },
  })),
];
