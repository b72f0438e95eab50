import { useEffect } from 'react';

/** Gives the whole page a business's hue, windows over it included; the one before comes back afterwards. */
export function useHue(hue: number | undefined): void {
  useEffect(() => {
    if (hue === undefined) return;
    const { style } = document.documentElement;
    const before = style.getPropertyValue('--hue');
    style.setProperty('--hue', String(hue));
    return () => {
      if (before) style.setProperty('--hue', before);
      else style.removeProperty('--hue');
    };
  }, [hue]);
}
