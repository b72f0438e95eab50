import { useEffect } from 'react';

/** Gives the whole page a business's hue, windows over it included; the page's own comes back afterwards. */
export function useHue(hue: number | undefined): void {
  useEffect(() => {
    if (hue === undefined) return;
    const { style } = document.documentElement;
    style.setProperty('--hue', String(hue));
    return () => void style.removeProperty('--hue');
  }, [hue]);
}
