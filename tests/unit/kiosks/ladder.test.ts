import { afterEach, describe, expect, it } from 'vitest';
import { isLoud, noteHealth } from '@/components/kiosk/health/health';
import { firstStep } from '@/components/kiosk/health/use-ladder';
import { loudnessOf } from '@/components/kiosk/parts/loudness-of';
import type { Home } from '@/components/kiosk/machine/types';
import { home } from '../../support/kiosk-fixtures.ts';

const homeWith = (
  settings: Partial<Home['kiosk']['settings']>,
  status: Home['gym']['status'] = 'active',
): Home => ({
  ...home,
  kiosk: { ...home.kiosk, settings: { ...home.kiosk.settings, ...settings } },
  gym: { ...home.gym, status },
});

afterEach(() => noteHealth({ noiseDb: null }));

describe('the ladder', () => {
  it.each([
    ['all is well', {}, 'active', false, 'voice', null],
    ['the room is too loud', {}, 'active', true, 'push_to_talk', 'noise'],
    ['the gym wants a button', { push_to_talk: true }, 'active', true, 'push_to_talk', 'setting'],
    ['the gym wants no voice', { voice: false }, 'active', true, 'text', 'setting'],
    ['the account is on hold', {}, 'suspended', true, 'badge', 'on_hold'],
  ] as const)('where %s', (_, settings, status, isTooLoud, ladder, ladderReason) => {
    expect(firstStep(homeWith(settings, status), isTooLoud)).toEqual({ ladder, ladderReason });
  });

  it('calls a room too loud from 25 dB below full scale on, and none that was not measured', () => {
    expect(isLoud()).toBe(false);
    noteHealth({ noiseDb: -26 });
    expect(isLoud()).toBe(false);
    noteHealth({ noiseDb: -25 });
    expect(isLoud()).toBe(true);
  });

  it('is as loud as the gym has set it, and silent when it is muted', () => {
    expect(loudnessOf(null)).toBe(1);
    expect(loudnessOf(homeWith({ volume: 30 }))).toBe(0.3);
    expect(loudnessOf(homeWith({ volume: 30, mute: true }))).toBe(0);
  });
});
