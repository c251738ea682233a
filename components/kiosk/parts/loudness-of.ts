import type { Home } from '../machine/types';

/** How loud this kiosk may be, from 0 (muted) to 1, as its gym has set it. */
export function loudnessOf(home: Home | null): number {
  const settings = home?.kiosk.settings;
  return settings?.mute ? 0 : (settings?.volume ?? 100) / 100;
}
