import { unit, type Vector } from '../looks';

/** Where JARVIS looks, and how fast the gaze turns: a tangent in radians a second. */
export interface Gaze {
  pole: Vector;
  speed: Vector;
}

/** Settles within about 350 ms. */
const stiffness = 13.5;
const longestStep = 1 / 60;

const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const plus = (a: Vector, b: Vector, times = 1): Vector => [
  a[0] + b[0] * times,
  a[1] + b[1] * times,
  a[2] + b[2] * times,
];
const times = (a: Vector, factor: number): Vector => [a[0] * factor, a[1] * factor, a[2] * factor];

/** The way from one direction to another along the sphere: a tangent as long as the angle. */
function way(from: Vector, to: Vector): Vector {
  const cosine = Math.min(1, Math.max(-1, dot(from, to)));
  const flat = plus(to, from, -cosine);
  const length = Math.hypot(...flat);
  return length < 1e-6 ? [0, 0, 0] : times(flat, Math.acos(cosine) / length);
}

/** Turns the gaze towards a point like a critically damped spring on the sphere; `seconds` since the last step. */
export function turn(gaze: Gaze, to: Vector, seconds: number): Gaze {
  let { pole, speed } = gaze;
  for (let left = seconds; left > 1e-9; left -= longestStep) {
    const step = Math.min(left, longestStep);
    const pull = plus(times(way(pole, to), stiffness * stiffness), speed, -2 * stiffness);
    speed = plus(speed, pull, step);
    const angle = Math.hypot(...speed) * step;
    if (angle > 1e-9) {
      const ahead = times(speed, step / angle);
      pole = unit(plus(times(pole, Math.cos(angle)), ahead, Math.sin(angle)));
    }
    // The speed stays in the plane that touches the sphere where the gaze is now.
    speed = plus(speed, pole, -dot(speed, pole));
  }
  return { pole, speed };
}

const bowMs = 900;
const bowAngle = (25 * Math.PI) / 180;

/** The pole tipped forward for a goodbye; `ms` since it began, back where it was after 900. */
export function bow(pole: Vector, ms: number): Vector {
  if (ms <= 0 || ms >= bowMs) return pole;
  const angle = bowAngle * Math.sin((Math.PI * ms) / bowMs) ** 2;
  const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
  return [pole[0], pole[1] * cosine - pole[2] * sine, pole[1] * sine + pole[2] * cosine];
}
