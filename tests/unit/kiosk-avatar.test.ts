import { describe, expect, it } from 'vitest';
import { tripleBox } from '@/components/kiosk/avatar/gl/blur-weights';
import { bow, type Gaze, turn } from '@/components/kiosk/avatar/gl/gaze';
import { Moods } from '@/components/kiosk/avatar/gl/mood';
import { calmest, Quality } from '@/components/kiosk/avatar/gl/quality';
import { moments, SoundHistory } from '@/components/kiosk/avatar/gl/sound-history';
import { looks, unit, type Vector } from '@/components/kiosk/avatar/looks';
import type { SoundSource } from '@/components/kiosk/voice/sound';

const angle = (a: Vector, b: Vector) =>
  (Math.acos(Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])) * 180) / Math.PI;
const voice = (level: number): SoundSource => ({ level: () => level, bands: () => [0, 0, 0, 0] });

describe('gaze', () => {
  const from = unit(looks.idle.pole);
  const to = unit(looks.listening.pole);
  const after = (seconds: number, frames: number) => {
    let gaze: Gaze = { pole: from, speed: [0, 0, 0] };
    const path: number[] = [];
    for (let frame = 0; frame < frames; frame++) {
      gaze = turn(gaze, to, seconds / frames);
      path.push(angle(gaze.pole, to));
    }
    return { gaze, path };
  };

  it('is there after about 350 ms, without swinging past', () => {
    const { gaze, path } = after(0.35, 21);
    expect(Math.hypot(...gaze.pole)).toBeCloseTo(1, 9);
    expect(angle(gaze.pole, to)).toBeLessThan(0.06 * angle(from, to));
    for (const [frame, left] of path.entries()) expect(left).toBeLessThan(path[frame - 1] ?? 180);
  });

  it('goes the same way at 20 frames a second as at 60', () => {
    const slow = after(0.3, 6).gaze.pole;
    const fast = after(0.3, 18).gaze.pole;
    expect(angle(slow, fast)).toBeLessThan(0.5);
  });

  it('stays where it is when it looks there already', () => {
    expect(turn({ pole: to, speed: [0, 0, 0] }, to, 1).pole).toEqual(to);
  });

  it('bows 25 degrees and is back after 900 ms', () => {
    const pole: Vector = [0, 0, 1];
    expect(angle(bow(pole, 450), pole)).toBeCloseTo(25, 6);
    expect(bow(pole, 450)[1]).toBeLessThan(0);
    expect(bow(pole, 900)).toBe(pole);
    expect(bow(pole, Number.POSITIVE_INFINITY)).toBe(pole);
  });
});

describe('history of the voices', () => {
  it('notes sixty moments a second, the newest first, both voices beside each other', () => {
    const history = new SoundHistory();
    for (let frame = 0; frame < 30; frame++) history.listen(voice(0.5), voice(0.25), 1 / 60);
    expect(Array.from(history.values.subarray(0, 60))).toEqual(
      Array.from({ length: 30 }, () => [0.5, 0.25]).flat(),
    );
    expect(history.values[60]).toBe(0);
    history.listen(voice(1), voice(0), 1 / 60 + 1e-9);
    expect(Array.from(history.values.subarray(0, 4))).toEqual([1, 0, 0.5, 0.25]);
  });

  it('says how far the moment has gone on when a frame brings no new one', () => {
    const history = new SoundHistory();
    expect(history.listen(voice(1), voice(1), 1 / 240)).toBe(false);
    expect(history.part).toBeCloseTo(0.25, 9);
    expect(history.values[0]).toBe(0);
  });

  it('takes a long pause, and a level that is no level, without harm', () => {
    const history = new SoundHistory();
    history.listen(voice(Number.NaN), voice(7), 60);
    expect(history.values).toHaveLength(moments * 2);
    expect(Array.from(history.values.subarray(-2))).toEqual([0, 1]);
  });
});

describe('quality', () => {
  const run = (quality: Quality, perSecond: number, seconds: number) => {
    for (let frame = 0; frame < perSecond * seconds; frame++) quality.note(1000 / perSecond);
    return quality.level;
  };

  it('stays whole at 50 frames a second and more', () => {
    expect(run(new Quality(), 60, 20)).toBe(0);
    expect(run(new Quality(), 51, 20)).toBe(0);
  });

  it('steps down once every two seconds while it is slower, to the calm form and no further', () => {
    const quality = new Quality();
    expect(run(quality, 40, 1)).toBe(0);
    expect(run(quality, 40, 1.1)).toBe(1);
    expect(run(quality, 60, 10)).toBe(1);
    expect(run(quality, 40, 30)).toBe(calmest);
  });

  it('does not take a page in the background for a slow device', () => {
    const quality = new Quality();
    for (let second = 0; second < 30; second++) quality.note(1000);
    expect(quality.level).toBe(0);
  });
});

describe('moods', () => {
  it('fades from one state into another within 400 ms', () => {
    const moods = new Moods('idle');
    expect(moods.fade('idle', 16).combs).toEqual([1, 0, 0]);
    const half = moods.fade('speaking', 200);
    expect(half.combs[0]).toBeCloseTo(0.5, 9);
    expect(half.combs[2]).toBeCloseTo(0.5, 9);
    expect(half.pole).toBe(looks.speaking.pole);
    expect(moods.fade('speaking', 201).combs).toEqual([0, 0, 1]);
  });

  it('loses no light when the state changes in the middle of a change', () => {
    const moods = new Moods('idle');
    moods.fade('listening', 100);
    moods.fade('thinking', 100);
    const { combs } = moods.fade('speaking', 100);
    expect(combs[0] + combs[1] + combs[2]).toBeCloseTo(1, 9);
  });
});

describe('blur', () => {
  it('keeps all of the light', () => {
    for (const reach of [1, 2, 3, 4]) {
      const [middle = 0, ...sides] = tripleBox(reach);
      expect(sides).toHaveLength(3 * reach);
      expect(middle + 2 * sides.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
  });
});
