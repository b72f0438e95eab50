import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('base.css', import.meta.url), 'utf8');

type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** A custom property of base.css in both schemes; a hue that is variable is the one given. */
function colour(name: string, hue: number): { light: Oklch; dark: Oklch } {
  const value = new RegExp(`--${name}: light-dark\\(oklch\\(([^)]+?)\\)+, oklch\\((.+?)\\)\\);`).exec(
    css.replaceAll('var(--hue)', String(hue)),
  );
  const [light, dark] = [value?.[1], value?.[2]].map((text) => text?.split(' ').map(Number));
  if (!light || !dark) throw new Error(`base.css does not define --${name} for light and dark.`);
  return { light: light as unknown as Oklch, dark: dark as unknown as Oklch };
}

/** Relative luminance of what a screen shows: out of gamut is cut off, as browsers do at worst. */
function luminance([lightness, chroma, hue]: Oklch): number {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The lowest contrast of two colours over all hues and both schemes. */
function lowest(foreground: string, background: string): number {
  const hues = Array.from({ length: 360 }, (_, hue) => hue);
  return Math.min(
    ...hues.flatMap((hue) => {
      const [front, back] = [colour(foreground, hue), colour(background, hue)];
      return [contrast(front.light, back.light), contrast(front.dark, back.dark)];
    }),
  );
}

/** WCAG 2 AA for text of any size. */
const text = 4.5;
/** For the edges of controls. */
const edge = 3;

describe('the colours, in light and dark and for all 360 hues of a business', () => {
  it.each([
    ['ink', 'page', text],
    ['ink', 'surface', text],
    ['ink', 'raised', text],
    ['ink', 'accent-soft', text],
    ['muted', 'page', text],
    ['muted', 'surface', text],
    ['muted', 'accent-soft', text],
    ['accent', 'page', text],
    ['accent', 'surface', text],
    ['accent', 'accent-soft', text],
    ['on-accent', 'accent', text],
    ['danger', 'surface', text],
    ['danger', 'danger-soft', text],
    ['on-danger', 'danger', text],
    ['muted', 'danger-soft', text],
    ['muted', 'warn-soft', text],
    ['good', 'good-soft', text],
    ['warn', 'warn-soft', text],
    ['line-strong', 'surface', edge],
  ])('%s on %s is readable', (foreground, background, least) => {
    expect(lowest(foreground, background)).toBeGreaterThanOrEqual(least);
  });

  it('are measured rightly: black on white is 21, and a colour on itself 1', () => {
    expect(contrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 1);
    expect(lowest('accent', 'accent')).toBeCloseTo(1, 5);
  });
});
