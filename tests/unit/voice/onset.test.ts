import { describe, expect, it } from 'vitest';
import { onsetAge } from '@/components/kiosk/voice/onset';

const rate = 48_000;
/** A wave of parts, each so many milliseconds of silence or of a tone. */
function wave(...parts: [ms: number, isLoud: boolean][]): Float32Array {
  const samples = parts.flatMap(([ms, isLoud]) =>
    Array.from({ length: (ms * rate) / 1000 }, (_, n) => (isLoud ? 0.1 * Math.sin(n / 8) : 0.0001)),
  );
  return Float32Array.from(samples);
}
const age = (...parts: [number, boolean][]) => onsetAge(wave(...parts), rate, 0.006);

describe('when a sound began', () => {
  it('is found within three milliseconds', () => {
    expect(Math.abs((age([130, false], [40, true]) ?? 0) - 40)).toBeLessThan(3);
  });
  it('looks through the short pauses of speech, not through a long one', () => {
    expect(age([50, false], [20, true], [40, false], [30, true])).toBeGreaterThan(85);
    expect(age([20, true], [80, false], [30, true])).toBeLessThan(35);
  });
  it('is unknown in silence, and when the sound has ended', () => {
    expect(age([170, false])).toBeNull();
    expect(age([50, true], [100, false])).toBeNull();
  });
  it('is at least as long ago as the wave is long, when it was never quiet', () => {
    expect(age([170, true])).toBeCloseTo(170, 0);
  });
});
