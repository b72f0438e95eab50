import { useSyncExternalStore } from 'react';
import { type Address, currentAddress, watchAddress } from './address.ts';

/** Where the person is; the component follows. */
export function useAddress(): Address {
  return useSyncExternalStore(watchAddress, currentAddress);
}
