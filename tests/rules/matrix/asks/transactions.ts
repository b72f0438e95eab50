import type { TenantSample } from '../../../support/rules/samples.ts';
import { elsewhere, elsewhereFacts } from '../../../support/rules/tenants.ts';
import { accessOf } from '../../../support/rules/world.ts';
import { notedOrder } from '../../../support/rules/samples.ts';
import { sampleOf, type Ask, type Need } from './ask.ts';
import { away, changed } from './writes.ts';

type Reading = {
  readonly reads: readonly TenantSample[];
  readonly changes: readonly TenantSample[];
  /** Whether the rights to the parts are enough, or one of them is nobody's. */
  readonly open: boolean;
};

/** Transactions that read some samples and change some; what they take is every right of theirs. */
const transactions: Readonly<Record<string, Reading>> = {
  'reads and changes a product': { reads: ['published'], changes: ['published'], open: true },
  'reads an order and changes a product': { reads: ['order'], changes: ['published'], open: true },
  'reads members and changes a note of one’s own': {
    reads: ['member', 'ownMember'],
    changes: ['ownNote'],
    open: true,
  },
  'changes a product without reading': { reads: [], changes: ['draft'], open: true },
  'reads and changes an order of one’s own': { reads: ['ownOrder'], changes: ['ownOrder'], open: false },
  'reads a product and changes members': { reads: ['published'], changes: ['ownMember'], open: false },
  'reads and changes the counters': { reads: ['system'], changes: ['system'], open: false },
};

/** Reads of several documents in one request: one that is refused takes all others with it. */
const together: readonly (readonly TenantSample[])[] = [
  ['published', 'draft'],
  ['ownOrder', 'order'],
  ['tenant', 'profile'],
  ['profile', 'system'],
  ['member', 'invite'],
  ['note', 'ownNote', 'order'],
  ['published', 'audit', 'subscription'],
];

const get = (sample: TenantSample): Need => ({ sample, verb: 'get' });
const update = (sample: TenantSample): Need => ({ sample, verb: 'update' });

export const transactionAsks: readonly Ask[] = [
  ...Object.entries(transactions).map(([name, { reads, changes, open }]): Ask => ({
    name: `a transaction that ${name}`,
    verb: 'update',
    samples: [...new Set([...reads, ...changes])],
    needs: open ? [...reads.map(get), ...changes.map(update)] : null,
    operation: ({ here }) => ({
      kind: 'transaction',
      reads: reads.map((sample) => sampleOf(sample).path(here)),
      writes: changes.map((sample) => changed(sample, here)),
    }),
  })),
  {
    name: 'a transaction that reads a tenant that one does not know and changes a product here',
    verb: 'update',
    samples: ['published'],
    needs: null,
    given: () => accessOf(elsewhereFacts),
    operation: ({ here }) => ({
      kind: 'transaction',
      reads: [`tenants/${elsewhere}/orders/${notedOrder}`],
      writes: [changed('published', here)],
    }),
  },
  ...together.map((samples): Ask => ({
    name: `get at once ${samples.join(', ')}`,
    verb: 'get',
    samples,
    needs: samples.map(get),
    operation: ({ here }) => ({ kind: 'getAll', paths: samples.map((sample) => sampleOf(sample).path(here)) }),
  })),
  {
    name: 'get at once a product here and one of a tenant that one does not know',
    verb: 'get',
    samples: ['published'],
    needs: null,
    given: ({ here }) => ({
      ...accessOf(elsewhereFacts),
      [sampleOf('published').path(away(here))]: sampleOf('published').fields(away(here)),
    }),
    operation: ({ here }) => ({
      kind: 'getAll',
      paths: [sampleOf('published').path(here), sampleOf('published').path(away(here))],
    }),
  },
];
