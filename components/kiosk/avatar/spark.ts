import { unit, type Vector } from './looks';
import { randomStream } from './noise';

/** The spark's path is the great circle round this axis. */
const axis = unit([0.3, 0.8, 0.52]);
const turnMs = 2400;
const tail = 2.6;

interface Mote {
  behind: number;
  aside: number;
  size: number;
  light: number;
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
const along = unit(cross(axis, [0, 0, 1]));
const across = cross(axis, along);

/** The motes of the tail: combed in parallel threads, thinning out behind the spark. */
export function sparkTail(count: number): Mote[] {
  const random = randomStream(11);
  return Array.from({ length: count }, () => {
    const behind = -Math.log(1 - random() * 0.86) * 1.35;
    const thread = Math.round((random() + random() - 1) * 4);
    return {
      behind: Math.min(tail, behind),
      aside: thread * 0.026 + (random() - 0.5) * 0.008,
      size: 0.9 + random() * 1.3,
      light: 1.5 * (0.25 + 0.75 * random()) * Math.exp(-behind / 1.35) * (1 - Math.abs(thread) * 0.17),
    };
  });
}

/** Draws spark and tail at a moment, `ms` since they set out; `radius` in pixels of the canvas, the sphere in its middle. */
export function drawSpark(
  context: CanvasRenderingContext2D,
  radius: number,
  motes: readonly Mote[],
  ms: number,
  colors: { spark: string; tail: string },
): void {
  const center = context.canvas.width / 2;
  const head = (ms / turnMs) * 2 * Math.PI;
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.globalCompositeOperation = 'lighter';
  context.fillStyle = colors.tail;
  for (const { behind, aside, size, light } of motes) {
    const at = place(head - behind, aside);
    if (at[2] < 0) continue;
    context.globalAlpha = Math.min(1, light * Math.min(1, at[2] * 4));
    context.fillRect(center + at[0] * radius, center - at[1] * radius, size, size);
  }
  const tip = place(head, 0);
  if (tip[2] < 0) return;
  const x = center + tip[0] * radius;
  const y = center - tip[1] * radius;
  const glow = context.createRadialGradient(x, y, 0, x, y, radius * 0.22);
  glow.addColorStop(0, colors.spark);
  glow.addColorStop(0.08, colors.tail);
  glow.addColorStop(1, 'transparent');
  context.globalAlpha = 0.85 * Math.min(1, tip[2] * 5);
  context.fillStyle = glow;
  context.fillRect(x - radius * 0.22, y - radius * 0.22, radius * 0.44, radius * 0.44);
}

function place(angle: number, aside: number): Vector {
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  return unit([
    along[0] * cosine + across[0] * sine + axis[0] * aside,
    along[1] * cosine + across[1] * sine + axis[1] * aside,
    along[2] * cosine + across[2] * sine + axis[2] * aside,
  ]);
}
