import { afterEach, describe, expect, it, vi } from 'vitest';
import { chime } from '@/components/kiosk/parts/chime';

/** What a fake speaker was asked to play: the loudest that each note becomes. */
function listen(): { peaks: number[] } {
  const peaks: number[] = [];
  const node = () => ({ connect: (next: unknown) => next, start: () => undefined, stop: () => undefined });
  vi.stubGlobal(
    'AudioContext',
    class {
      currentTime = 0;
      destination = {};
      createOscillator = () => ({ ...node(), frequency: { value: 0 } });
      createGain = () => ({
        ...node(),
        gain: {
          setValueAtTime: () => undefined,
          linearRampToValueAtTime: (peak: number) => peaks.push(peak),
          exponentialRampToValueAtTime: () => undefined,
        },
      });
      close = async () => undefined;
    },
  );
  return { peaks };
}

afterEach(() => vi.unstubAllGlobals());

describe('the bell', () => {
  it('is as loud as the kiosk may be', () => {
    const { peaks } = listen();
    chime(1);
    chime(0.5);
    expect(peaks).toEqual([0.22, 0.22, 0.11, 0.11]);
  });

  it('is not heard where the kiosk is muted', () => {
    const { peaks } = listen();
    chime(0);
    expect(peaks).toEqual([]);
  });
});
