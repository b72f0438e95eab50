import type { Write } from '../../../support/rules/operations.ts';
import type { TenantSample } from '../../../support/rules/samples.ts';
import { elsewhereFacts, soon } from '../../../support/rules/tenants.ts';
import { serverTime, type Fields } from '../../../support/rules/values.ts';
import { accessAt, accessOf } from '../../../support/rules/world.ts';
import { commit, sampleOf, type Ask, type Need, type Places } from './ask.ts';
import { away, changed, created, opened, removed, stocked } from './writes.ts';

type Bundle = {
  readonly samples: readonly TenantSample[];
  readonly decidedBy?: readonly TenantSample[];
  /** What it takes, or null where one of its parts is nobody's. */
  readonly needs: readonly Need[] | null;
  readonly writes: (places: Places) => readonly Write[];
  readonly given?: (places: Places) => Record<string, Fields>;
};

const update = (sample: TenantSample): Need => ({ sample, verb: 'update' });
const accessHere = ({ here }: Places) => accessAt(here.tenantId);

/** Several writes at once: each is judged, and one that is refused takes all others with it. */
const bundles: Readonly<Record<string, Bundle>> = {
  'two products': {
    samples: ['published', 'draft'],
    needs: [update('published'), update('draft')],
    writes: ({ here }) => [changed('published', here), changed('draft', here)],
  },
  'a product and a new note': {
    samples: ['published', 'ownNote'],
    needs: [update('published'), { sample: 'ownNote', verb: 'create' }],
    writes: ({ here, twin }) => [changed('published', here), created('ownNote', twin)],
  },
  'notes of two tenants, both one’s own': {
    samples: ['ownNote'],
    needs: [update('ownNote'), { sample: 'ownNote', verb: 'create' }],
    writes: ({ here, twin }) => [changed('ownNote', here), created('ownNote', twin)],
  },
  'a product and the stock of another': {
    samples: ['published', 'draft'],
    needs: null,
    writes: ({ here }) => [changed('published', here), stocked('draft', here)],
  },
  'a product, and its stock in a second write': {
    samples: ['published'],
    needs: null,
    writes: ({ here }) => [changed('published', here), stocked('published', here)],
  },
  'a new note, and somebody else’s removed': {
    samples: ['note', 'ownNote'],
    needs: null,
    writes: ({ here, twin }) => [created('ownNote', twin), removed('note', here)],
  },
  'one’s own note, and somebody else’s': {
    samples: ['ownNote', 'note'],
    needs: null,
    writes: ({ here }) => [changed('ownNote', here), changed('note', here)],
  },
  'a note taken over before it is removed': {
    samples: ['note'],
    needs: null,
    writes: ({ here }) => [
      { kind: 'update', path: sampleOf('note').path(here), fields: { authorUid: here.uid, updatedAt: serverTime } },
      removed('note', here),
    ],
  },
  'an order, and a note under it': {
    samples: [],
    decidedBy: ['ownOrder', 'ownNote'],
    needs: null,
    writes: ({ twin }) => [
      created('ownOrder', twin),
      {
        kind: 'create',
        path: `${sampleOf('ownOrder').path(twin)}/notes/first`,
        fields: sampleOf('ownNote').created(twin),
      },
    ],
  },
  'one’s own note here, and one in a tenant that one does not know': {
    samples: ['ownNote'],
    needs: null,
    writes: ({ here }) => [changed('ownNote', here), created('ownNote', away(here))],
    given: () => accessOf(elsewhereFacts),
  },
  'a product here, and the same in a tenant that one does not know': {
    samples: ['published'],
    needs: null,
    writes: ({ here }) => [changed('published', here), changed('published', away(here))],
    given: ({ here }) => ({
      ...accessOf(elsewhereFacts),
      [sampleOf('published').path(away(here))]: sampleOf('published').fields(away(here)),
    }),
  },
  // Rules that look at what a batch leaves behind, instead of at what is there, fall for the rest.
  'the status lifted, and a product': {
    samples: ['published'],
    decidedBy: ['published', 'system'],
    needs: null,
    given: accessHere,
    writes: ({ here }) => [opened(here, { status: 'active' }), changed('published', here)],
  },
  'the fence and the floor taken down, and a product': {
    samples: ['published'],
    decidedBy: ['published', 'system'],
    needs: null,
    given: accessHere,
    writes: ({ here }) => [opened(here, { fence: {}, floor: 0 }), changed('published', here)],
  },
  'one’s role defined, and a note': {
    samples: ['ownNote'],
    decidedBy: ['ownNote', 'system'],
    needs: null,
    given: accessHere,
    writes: ({ here }) => [opened(here, { roles: { empty: ['order:note'] } }), changed('ownNote', here)],
  },
  'a door opened for oneself, and a note': {
    samples: ['ownNote'],
    decidedBy: ['ownNote', 'system'],
    needs: null,
    given: accessHere,
    writes: ({ here }) => [
      opened(here, { supportUntil: soon, support: { [here.uid]: soon } }),
      changed('ownNote', here),
    ],
  },
};

export const bundleAsks: readonly Ask[] = Object.entries(bundles).map(([name, { writes, ...rest }]) => ({
  ...rest,
  name: `write at once ${name}`,
  verb: 'update',
  operation: (places) => commit(...writes(places)),
}));
