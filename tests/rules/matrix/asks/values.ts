import { clientClock } from '../../../support/rules/tenants.ts';
import { double, type Value, type Written } from '../../../support/rules/values.ts';
import type { Place, TenantSample } from '../../../support/rules/samples.ts';
import { commit, sampleOf, stamps, updating, type Ask } from './ask.ts';

const tomorrow = new Date(Date.now() + 86_400_000);
const times: readonly Value[] = [clientClock, tomorrow, null, clientClock.toISOString(), 0, true];
const people = (uid: string): readonly Value[] => ['somebody', '', `${uid} `, null, 5, [uid], { uid }];

/** Short, and different for each value of a list. */
function show(value: Value, index: number): string {
  const text = JSON.stringify(value);
  return `${index}, ${text.length > 30 ? `${text.slice(0, 12)}… of ${text.length - 2}` : text}`;
}

/** Values at the edges of each shape, and beyond them, in an update that is otherwise right. */
function updates(sample: TenantSample): readonly Ask[] {
  return Object.entries(sampleOf(sample).document).flatMap(([name, field]) => {
    const to = (who: 'editors' | 'nobody', kind: string) => (value: Value, index: number) =>
      updating(sample, `${name} to ${kind} value ${show(value, index)}`, who, (place) => ({
        ...stamps(sample, place),
        [name]: value,
      }));
    if (field.clients === 'never') return [];
    if (field.clients === 'edit')
      return [...field.edges.good.map(to('editors', 'good')), ...field.edges.bad.map(to('nobody', 'bad'))];
    // A person's uid is known when they ask: the place tells it.
    const isTime = field.value instanceof Date;
    return (isTime ? times : people('')).map((_, index) =>
      updating(sample, `${name} to false value ${index}`, 'nobody', (place) => ({
        ...stamps(sample, place),
        [name]: (isTime ? times : people(place.uid))[index] ?? null,
      })),
    );
  });
}

function creating(name: string, who: 'writers' | 'nobody', fields: (fresh: Written, place: Place) => Written): Ask {
  const { path, created } = sampleOf('ownNote');
  return {
    name: `create ownNote: ${name}`,
    verb: 'create',
    samples: ['ownNote'],
    needs: who === 'nobody' ? null : [{ sample: 'ownNote', verb: 'create' }],
    operation: ({ twin }) => commit({ kind: 'create', path: path(twin), fields: fields(created(twin), twin) }),
  };
}

function without(fresh: Written, field: string): Written {
  return Object.fromEntries(Object.entries(fresh).filter(([name]) => name !== field));
}

/** The same for the one thing that clients create. */
const creations: readonly Ask[] = Object.entries(sampleOf('ownNote').document).flatMap(([name, field]) => {
  const to = (who: 'writers' | 'nobody', kind: string) => (value: Value, index: number) =>
    creating(`${name} as ${kind} value ${show(value, index)}`, who, (fresh) => ({ ...fresh, [name]: value }));
  const isTime = field.value instanceof Date;
  return [
    creating(`without ${name}`, 'nobody', (fresh) => without(fresh, name)),
    ...(field.clients === 'edit'
      ? [...field.edges.good.map(to('writers', 'good')), ...field.edges.bad.map(to('nobody', 'bad'))]
      : (isTime ? times : people('')).map((_, index) =>
          creating(`${name} as false value ${index}`, 'nobody', (fresh, { uid }) => ({
            ...fresh,
            [name]: (isTime ? times : people(uid))[index] ?? null,
          })),
        )),
  ];
});

/** What a document may hold, value by value. */
export const valueAsks: readonly Ask[] = [
  ...updates('published'),
  ...updates('ownNote'),
  ...creations,
  updating('published', 'stock to a double of the same', 'nobody', (place) => ({
    ...stamps('published', place),
    stock: double(7),
  })),
  creating('with a field more', 'nobody', (fresh) => ({ ...fresh, pinned: true })),
  creating('with a field in place of another', 'nobody', (fresh) => ({ ...without(fresh, 'updatedAt'), pinned: true })),
  {
    ...creating('under an order that is not there', 'nobody', (fresh) => fresh),
    operation: ({ twin }) =>
      commit({
        kind: 'create',
        path: `tenants/${twin.tenantId}/orders/never-placed/notes/by-${twin.uid}`,
        fields: sampleOf('ownNote').created(twin),
      }),
  },
];
