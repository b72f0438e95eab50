/** A hue in degrees that follows from an address, so that two businesses rarely look alike before they choose. */
export function defaultHue(slug: string): number {
  let hash = 0;
  for (const character of slug) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 360;
  return hash;
}
