import type { QueryShape } from '../queries.ts';
import { documentOnce, queryOnce } from './lite-source.ts';
import type * as Listening from './source.ts';
import type { Row, Source } from './source.ts';

/**
 * Sources for a page that must be usable before the SDK that listens has been loaded: they ask once, and listen as
 * soon as it is there. Whoever comes later listens at once.
 */

/** One document; `undefined` when it does not exist. */
export function documentFirst<T>(database: string, path: string, tenantId?: string): Source<Row<T>> {
  return thenLive(JSON.stringify([database, path]), documentOnce<T>(database, path, tenantId), ({ documentSource }) =>
    documentSource<T>(database, path, tenantId),
  );
}

/** The rows of a query, in its order; `undefined` when there are none. */
export function queryFirst<T>(database: string, shape: QueryShape, tenantId?: string): Source<Row<T>[]> {
  return thenLive(JSON.stringify([database, shape]), queryOnce<T>(database, shape, tenantId), ({ querySource }) =>
    querySource<T>(database, shape, tenantId),
  );
}

type Sdk = typeof Listening;

let listening: Sdk | undefined;
let loading: Promise<Sdk> | undefined;

/** The SDK that listens; tried again for as long as it does not arrive. */
function loadListening(): Promise<Sdk> {
  loading ??= import('./source.ts').then(
    (loaded) => (listening = loaded),
    async () => {
      await new Promise((resolve) => setTimeout(resolve, retryMilliseconds));
      loading = undefined;
      return loadListening();
    },
  );
  return loading;
}

const retryMilliseconds = 10_000;
/** What was read is shown first; loading goes on when the page has nothing better to do. */
const idleMilliseconds = 2_000;

const whenIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: idleMilliseconds });
    else setTimeout(resolve, 200);
  });

function thenLive<T>(key: string, first: Source<T>, live: (sdk: Sdk) => Source<T>): Source<T> {
  return {
    key,
    tenantId: first.tenantId,
    open(arrived, failed) {
      if (listening) return live(listening).open(arrived, failed);
      let stopped = false;
      let stop = first.open((arrival) => {
        arrived(arrival);
        void goOn();
      }, failed);

      async function goOn(): Promise<void> {
        await whenIdle();
        const sdk = await loadListening();
        if (!stopped) stop = live(sdk).open(arrived, failed);
      }

      return () => {
        stopped = true;
        stop();
      };
    },
  };
}
