import { useCallback, useSyncExternalStore } from 'react';
import { usePerson } from '../../../shared/session/use-session.ts';
import { useTenant } from '../../../shared/tenant/tenant.ts';
import type { Basket } from './basket.ts';
import { basketKey, readBasket, writeBasket } from './stored-basket.ts';

/** The basket of the person in one shop: read, changed, and followed when another tab changes it. */
export type BasketStore = {
  readonly read: () => Basket;
  readonly change: (change: (basket: Basket) => Basket) => void;
  readonly watch: (watcher: () => void) => () => void;
};

const stores = new Map<string, BasketStore>();

export function basketStore(slug: string, uid: string): BasketStore {
  const key = `${slug} ${uid}`;
  const store = stores.get(key) ?? open(slug, uid);
  stores.set(key, store);
  return store;
}

function open(slug: string, uid: string): BasketStore {
  const watchers = new Set<() => void>();
  let basket = readBasket(localStorage, slug, uid);
  const tell = (): void => watchers.forEach((watcher) => watcher());

  function fromOtherTab({ key }: StorageEvent): void {
    if (key !== null && key !== basketKey(slug)) return;
    basket = readBasket(localStorage, slug, uid);
    tell();
  }

  return {
    read: () => basket,
    change(change) {
      basket = change(basket);
      writeBasket(localStorage, slug, uid, basket);
      tell();
    },
    watch(watcher) {
      if (watchers.size === 0) addEventListener('storage', fromOtherTab);
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
        if (watchers.size === 0) removeEventListener('storage', fromOtherTab);
      };
    },
  };
}

/** The basket of this shop, and how to change it. */
export function useBasket(): { basket: Basket; change: BasketStore['change']; store: BasketStore } {
  const { slug } = useTenant();
  const { uid } = usePerson();
  const store = basketStore(slug, uid);
  const watch = useCallback((watcher: () => void) => store.watch(watcher), [store]);
  return { basket: useSyncExternalStore(watch, store.read), change: store.change, store };
}
