import { useEffect, useSyncExternalStore } from 'react';
import type { Home, KioskState } from '../machine/types';
import { type Health, isLoud, noteHealth, onHealth, readHealth } from './health';

type Step = Pick<Health, 'ladder' | 'ladderReason'>;

/** The highest step that this kiosk can take, before a call is tried. */
export function firstStep({ gym, kiosk: { settings } }: Home, isTooLoud: boolean): Step {
  if (gym.status === 'suspended') return { ladder: 'badge', ladderReason: 'on_hold' };
  if (!settings.voice) return { ladder: 'text', ladderReason: 'setting' };
  if (settings.push_to_talk) return { ladder: 'push_to_talk', ladderReason: 'setting' };
  if (isTooLoud) return { ladder: 'push_to_talk', ladderReason: 'noise' };
  return { ladder: 'voice', ladderReason: null };
}

/** Notes how far down the ladder this kiosk stands while nobody talks; what a call then finds out replaces it. */
export function useLadder({ home, view }: KioskState): void {
  const isTooLoud = useSyncExternalStore(onHealth, isLoud, () => false);
  const step = home && firstStep(home, isTooLoud);
  const { ladder, ladderReason } = step ?? {};
  useEffect(() => {
    if (ladder && ladderReason !== undefined) noteHealth({ ladder, ladderReason });
  }, [ladder, ladderReason]);

  const isRefused = view.name === 'goodbye' && view.reason === 'unavailable';
  useEffect(() => {
    if (isRefused && ladder !== 'badge') noteHealth({ ladder: 'badge', ladderReason: 'plan_limit' });
  }, [isRefused, ladder]);

  const talks = view.name === 'conversation';
  useEffect(() => {
    // Somebody talks again, so there are conversations again.
    if (talks && ladder && ladderReason !== undefined && readHealth().ladder === 'badge')
      noteHealth({ ladder, ladderReason });
  }, [talks, ladder, ladderReason]);
}
