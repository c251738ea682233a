import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decibels, noiseFloor, noiseOf, silenceDb } from '@/components/kiosk/setup/loudness';
import { judgeNetwork } from '@/components/kiosk/setup/network';
import { lastFindings } from '@/components/kiosk/setup/self-test';
import { toneHz, toneLevel, wasHeard } from '@/components/kiosk/setup/tone';

const rate = 48_000;
const wave = (amplitude: number, hz: number, length = 2048) =>
  Float32Array.from({ length }, (_, at) => amplitude * Math.sin((2 * Math.PI * hz * at) / rate));

/** Noise of a given loudness that is the same in each run. */
function noise(amplitude: number, length = 2048): Float32Array {
  let seed = 11;
  return Float32Array.from({ length }, () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return amplitude * (seed / 2 ** 30 - 1);
  });
}

describe('loudness', () => {
  it('is in dB below full scale', () => {
    expect(decibels(wave(1, 1000))).toBeCloseTo(-3, 0);
    expect(decibels(wave(0.1, 1000))).toBeCloseTo(-23, 0);
    expect(decibels(new Float32Array(2048))).toBe(-100);
    expect(decibels(new Float32Array(0))).toBe(-100);
  });

  it('has its floor between the words, not in them', () => {
    const frames = [-20, -62, -18, -61, -60, -22, -63, -19, -61, -25];
    expect(noiseFloor(frames)).toBe(-61);
    expect(noiseFloor([])).toBe(-100);
  });

  it.each([
    [-70, 'calm'],
    [-51, 'calm'],
    [-50, 'noisy'],
    [-26, 'noisy'],
    [-25, 'loud'],
    [-10, 'loud'],
  ] as const)('a room with %d dB is %s', (floor, verdict) => expect(noiseOf(floor)).toBe(verdict));

  it('tells a quiet room from a microphone that is switched off', () => {
    expect(decibels(noise(0.0005))).toBeGreaterThan(silenceDb);
    expect(decibels(new Float32Array(2048))).toBeLessThanOrEqual(silenceDb);
  });
});

describe('the test tone', () => {
  it('is measured at its own frequency alone', () => {
    expect(toneLevel(wave(0.1, toneHz), rate)).toBeCloseTo(-20, 0);
    expect(toneLevel(wave(0.1, 440), rate)).toBeLessThan(-40);
    expect(toneLevel(new Float32Array(2048), rate)).toBe(-120);
  });

  it('is heard in a noisy room when the speaker plays, and not when it does not', () => {
    const mixed = wave(0.02, toneHz).map((sample, at) => sample + (noise(0.05)[at] ?? 0));
    const playing = Array.from({ length: 9 }, () => toneLevel(mixed, rate));
    const pausing = Array.from({ length: 9 }, () => toneLevel(noise(0.05), rate));
    expect(wasHeard(playing, pausing)).toBe(true);
    expect(wasHeard(pausing, pausing)).toBe(false);
    expect(wasHeard([], [])).toBe(false);
  });
});

describe('the network', () => {
  it.each([
    [[20, 22, 21, 25, 20, 19, 22, 21], 'good', 21],
    [[90, 310, 95, 280, 100, 300, 90, 290], 'poor', 280],
    [[220, 260, 210, 240, 230, 250, 220, 240], 'slow', 240],
    [[900, 910, 905, 900, 920, 915, 900, 910], 'poor', 910],
    [[20, null, 21, null, 20, 19, 22, 21], 'poor', 21],
    [[20, null, 21, 20, 20, 19, 22, 21], 'good', 20],
  ] as const)('with round trips of %j is %s', (trips, verdict, latency) =>
    expect(judgeNetwork([...trips])).toMatchObject({ verdict, latencyMs: latency }),
  );

  it('that does not answer has no figures', () =>
    expect(judgeNetwork([null, null])).toEqual({ verdict: 'none', latencyMs: null, jitterMs: null }));
});

describe('what the last diagnosis found', () => {
  it.each([
    [
      '{"microphone":"ok","speaker":"silent","noiseDb":-48}',
      { microphone: 'ok', speaker: 'silent', noiseDb: -48 },
    ],
    ['{"microphone":"unknown","speaker":"unknown","noiseDb":null}', {}],
    ['{"microphone":"loud","noiseDb":12}', {}],
    ['not json', {}],
    ['null', {}],
    [null, {}],
  ])('is read from %s', (kept, found) => expect(lastFindings(kept)).toEqual(found));
});

describe('the self-test at the start', () => {
  const getUserMedia = vi.fn();
  const query = vi.fn();
  const enumerateDevices = vi.fn();
  beforeEach(() => {
    vi.resetModules();
    vi.stubGlobal('localStorage', { getItem: () => '{"microphone":"ok","noiseDb":-48}', setItem: vi.fn() });
    vi.stubGlobal('navigator', {
      mediaDevices: { getUserMedia, enumerateDevices },
      permissions: { query },
    });
  });
  const run = async () => {
    const { selfTest } = await import('@/components/kiosk/setup/self-test');
    const { readHealth } = await import('@/components/kiosk/health/health');
    await selfTest();
    return readHealth();
  };

  it('keeps what was found, without opening the microphone or asking anybody', async () => {
    enumerateDevices.mockResolvedValue([{ kind: 'audioinput' }]);
    query.mockResolvedValue({ state: 'granted' });
    expect(await run()).toMatchObject({ microphone: 'ok', noiseDb: -48 });
    expect(getUserMedia).not.toHaveBeenCalled();
  });

  it('says that the microphone is blocked or gone', async () => {
    enumerateDevices.mockResolvedValue([{ kind: 'audioinput' }]);
    query.mockResolvedValue({ state: 'denied' });
    expect((await run()).microphone).toBe('blocked');
    vi.resetModules();
    enumerateDevices.mockResolvedValue([{ kind: 'audiooutput' }]);
    expect((await run()).microphone).toBe('missing');
  });
});
