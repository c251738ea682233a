/** A kiosk's screen that lies down has room for a sphere between these radii, in design pixels. */
const lyingDown = '(min-aspect-ratio: 4/3)';
const [least, most] = [260, 340];
const finest = 1.5;

/** Device pixels of a sphere's radius in design pixels of the standing screen. */
export function devicePixels(radius: number): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.max(8, Math.round((placed(radius) * root * Math.min(finest, devicePixelRatio)) / 16));
}

/** The radius in design pixels for the way the screen stands. */
export function placed(radius: number): number {
  return matchMedia(lyingDown).matches ? Math.min(most, Math.max(least, radius)) : radius;
}
