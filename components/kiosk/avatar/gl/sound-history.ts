import type { SoundSource } from '../../voice/sound';

/** Moments kept, and how many a second. */
export const moments = 128;
export const momentsPerSecond = 60;

/** Loudness of the two voices over the last two seconds, the newest moment first; member and JARVIS side by side. */
export class SoundHistory {
  readonly values: Float32Array<ArrayBuffer> = new Float32Array(moments * 2);
  /** How far the present moment has gone on, from 0 to 1: the rings move on between two moments. */
  part = 0;

  /** Listens for `seconds`; answers whether a new moment was noted. */
  listen(member: SoundSource, jarvis: SoundSource, seconds: number): boolean {
    const passed = this.part + seconds * momentsPerSecond;
    const added = Math.min(moments, Math.floor(passed));
    this.part = passed - Math.floor(passed);
    if (added === 0) return false;
    this.values.copyWithin(added * 2, 0);
    const [heard, said] = [clamped(member.level()), clamped(jarvis.level())];
    for (let moment = 0; moment < added; moment++) {
      this.values[moment * 2] = heard;
      this.values[moment * 2 + 1] = said;
    }
    return true;
  }
}

const clamped = (level: number) => (Number.isFinite(level) ? Math.min(1, Math.max(0, level)) : 0);
