import { describe, expect, it } from 'vitest';
import type { AvatarState } from '@/components/kiosk/avatar/looks';
import { type Picture, renderSphere } from '@/components/kiosk/avatar/render-sphere';

const radius = 24;

/** Mean light of the pixels in a square of 9 × 9 round a point, in radii from the centre; y up. */
function lightAt({ pixels, size }: Picture, x: number, y: number): number {
  let sum = 0;
  for (let dy = -4; dy <= 4; dy++) {
    for (let dx = -4; dx <= 4; dx++) {
      const column = Math.round(size / 2 + x * radius) + dx;
      const row = Math.round(size / 2 - y * radius) + dy;
      sum += pixels[(row * size + column) * 4 + 1] ?? 0;
    }
  }
  return sum / 81;
}

describe('avatar', () => {
  const idle = renderSphere('idle', radius, 1);

  it('is the same picture each time, and another with another seed', () => {
    expect(renderSphere('idle', radius, 1).pixels).toEqual(idle.pixels);
    expect(renderSphere('idle', radius, 2).pixels).not.toEqual(idle.pixels);
  });

  it('is lit from the upper left, with a dark limb at the lower right', () => {
    expect(lightAt(idle, -0.45, 0.45)).toBeGreaterThan(3 * lightAt(idle, 0.5, -0.5));
  });

  it('has no edge: its corners are transparent and its body is not', () => {
    const { pixels, size } = idle;
    const corners = [0, size - 1, size * (size - 1), size * size - 1];
    expect(corners.map((at) => pixels[at * 4 + 3])).toEqual([0, 0, 0, 0]);
    expect(pixels[(size * Math.floor(size / 2) + Math.floor(size / 2)) * 4 + 3]).toBe(255);
  });

  it.each<[AvatarState, AvatarState]>([
    ['thinking', 'idle'],
    ['down', 'idle'],
    ['away', 'down'],
  ])('%s is darker than %s', (darker, brighter) => {
    const at = (state: AvatarState) => lightAt(renderSphere(state, radius, 1), -0.4, 0.4);
    expect(at(darker)).toBeLessThan(at(brighter));
  });

  it('sends rings beyond its limb when it speaks', () => {
    const speaking = renderSphere('speaking', radius, 1);
    expect(lightAt(speaking, 0.85, -0.85)).toBeGreaterThan(lightAt(idle, 0.85, -0.85));
  });
});
