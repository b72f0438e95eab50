import { type RefObject, useEffect, useRef } from 'react';
import { useAddress } from './use-address.ts';

/** A new page begins at its beginning, for the keyboard and for readers too. Where there is no router. */
export function useFocusOnNavigation(main: RefObject<HTMLElement | null>): void {
  const { path } = useAddress();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current !== path) main.current?.focus({ preventScroll: true });
    shown.current = path;
  }, [path, main]);
}
