import { sphereColor, toByte } from './color';
import { type Light, lightField } from './field';
import { type AvatarState, type Look, looks, pictureSide, unit } from './looks';
import { randomStream } from './noise';
import { addBloom, addPoint, newPlane, type Plane } from './plane';

/** Pixels of a square picture, `size` × `size`, drawn for the kiosk's ground. */
export interface Picture {
  size: number;
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * Draws JARVIS: a sphere of light, raked in rings round the point it looks at.
 * Pure and repeatable; `radius` in device pixels, `seed` chooses which grains shine.
 */
export function renderSphere(state: AvatarState, radius: number, seed: number): Picture {
  const look = looks[state];
  const size = Math.ceil(radius * pictureSide);
  const plane = newPlane(size);
  const light = lightField(look);
  drawBody(plane, radius, look, light);
  drawGrains(plane, radius, look, light, randomStream(seed));
  drawDust(plane, radius, look, randomStream(seed + 1));
  if (state === 'speaking') drawWaves(plane, radius, randomStream(seed + 2));
  addBloom(plane, [
    { sigma: Math.max(1, radius * 0.008), weight: 0.26 },
    { sigma: Math.max(1, radius * 0.045), weight: 0.15 },
    { sigma: radius * 0.17, weight: 0.13 },
  ]);
  return toPicture(plane, radius, randomStream(seed + 3));
}

type Field = (x: number, y: number, z: number) => Light;

function drawBody(plane: Plane, radius: number, look: Look, light: Field): void {
  const center = plane.size / 2;
  const pole = unit(look.pole);
  for (let row = Math.floor(center - radius - 1); row <= center + radius + 1; row++) {
    for (let column = Math.floor(center - radius - 1); column <= center + radius + 1; column++) {
      const x = (column + 0.5 - center) / radius;
      const y = (center - row - 0.5) / radius;
      const distance = Math.hypot(x, y);
      const cover = Math.min(1, Math.max(0, (1 - distance) * radius + 0.5));
      if (cover === 0) continue;
      const z = Math.sqrt(Math.max(0, 1 - distance * distance));
      const { energy, warm } = light(x, y, z);
      const core =
        0.06 *
        look.dim *
        look.saturation *
        Math.exp(-((x - 0.34 * pole[0]) ** 2 + (y - 0.34 * pole[1]) ** 2) / 0.3);
      const color = sphereColor(energy, 0.17, look.saturation, warm);
      const inner = sphereColor(core, 1, look.saturation, 0);
      const at = row * plane.size + column;
      plane.r[at] = cover * ((color[0] ?? 0) + (inner[0] ?? 0));
      plane.g[at] = cover * ((color[1] ?? 0) + (inner[1] ?? 0));
      plane.b[at] = cover * ((color[2] ?? 0) + (inner[2] ?? 0));
    }
  }
}

/** Brightness law of the grains: a few stars, some sparks, many specks. */
function grainBrightness(random: () => number, sparks = 1): number {
  const draw = random();
  if (draw < 0.1 * sparks) return draw < 0.012 ? 6 : 2;
  return 0.1 + 0.7 * random();
}

function drawGrains(plane: Plane, radius: number, look: Look, light: Field, random: () => number): void {
  const center = plane.size / 2;
  const pole = unit(look.pole);
  const count = Math.round(0.62 * radius * radius * 2);
  for (let index = 0; index < count; index++) {
    // Fibonacci lattice over the whole sphere with a little disorder.
    let z = 1 - (2 * (index + 0.5)) / count + (random() - 0.5) * 0.012;
    const bright = grainBrightness(random, look.sparks);
    const sigma = 0.55 + 0.6 * random();
    const depth = random();
    z = Math.min(1, Math.max(-1, z));
    const turn = index * 2.399_963_23 + (random() - 0.5) * 0.02;
    const flat = Math.sqrt(1 - z * z);
    let x = flat * Math.cos(turn);
    let y = flat * Math.sin(turn);
    const behind = z < 0;
    if (behind && depth > 0.5) continue;
    const { energy, slide } = light(x, y, Math.abs(z));
    const cosine = x * pole[0] + y * pole[1] + z * pole[2];
    const sine = Math.sqrt(Math.max(1e-6, 1 - cosine * cosine));
    x += (slide * 0.8 * (x * cosine - pole[0])) / sine;
    y += (slide * 0.8 * (y * cosine - pole[1])) / sine;
    const shell = depth < 0.14 ? 0.55 + 0.45 * random() : 1;
    const share = 0.9 * bright * (shell < 1 ? 0.55 : 1) * (behind ? 0.1 : 1);
    if (energy * share < 0.004) continue;
    addPoint(
      plane,
      center + x * radius * shell,
      center - y * radius * shell,
      sigma,
      sphereColor(energy, share * 0.44, look.saturation, 0),
    );
  }
}

/** Dust that lifts off the lit limb. */
function drawDust(plane: Plane, radius: number, look: Look, random: () => number): void {
  const center = plane.size / 2;
  const key = unit(look.key);
  const count = Math.round(radius * 13 * look.halo);
  for (let index = 0; index < count; index++) {
    const angle = random() * 2 * Math.PI;
    const facing = Math.cos(angle) * key[0] + Math.sin(angle) * key[1];
    const reach = 0.05 + 0.05 * random();
    const distance = 1 - Math.log(1 - random()) * reach * 0.42;
    const energy = look.dim * Math.max(0, facing) ** 1.6 * (0.12 + 0.6 * random() * random());
    if (energy < 0.01 || distance > 1.3) continue;
    addPoint(
      plane,
      center + Math.cos(angle) * distance * radius,
      center - Math.sin(angle) * distance * radius,
      0.55 + 0.4 * random(),
      sphereColor(energy, 1, look.saturation, 0),
    );
  }
}

const waveFronts = [
  { distance: 1.045, weight: 1 },
  { distance: 1.135, weight: 0.62 },
  { distance: 1.24, weight: 0.36 },
  { distance: 1.365, weight: 0.2 },
];

/** The rings of a voice, gone on past the limb. */
function drawWaves(plane: Plane, radius: number, random: () => number): void {
  const center = plane.size / 2;
  for (const [number, { distance, weight }] of waveFronts.entries()) {
    const count = Math.round(radius * 22 * (1 - number * 0.12));
    for (let index = 0; index < count; index++) {
      const angle = random() * 2 * Math.PI;
      const harmonics =
        Math.sin(2 * angle + number) * 0.4 +
        Math.sin(3 * angle + 2.1 * number + 1) * 0.35 +
        Math.sin(5 * angle) * 0.25;
      const jitter = (random() + random() + random() - 1.5) * (0.016 + 0.01 * number);
      const at = distance + 0.012 * harmonics + jitter;
      addPoint(
        plane,
        center + Math.cos(angle) * at * radius,
        center - Math.sin(angle) * at * radius,
        0.55 + 0.35 * random(),
        sphereColor((0.34 + 0.12 * harmonics) * weight ** 0.8 * grainBrightness(random), 1.1, 1, 0),
      );
    }
  }
}

/** Below this the light thins out into transparency, so that the picture has no edge. */
const faintest = 0.02;

function toPicture(plane: Plane, radius: number, random: () => number): Picture {
  const { size } = plane;
  const center = size / 2;
  const pixels = new Uint8ClampedArray(size * size * 4);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = row * size + column;
      const distance = Math.hypot(column + 0.5 - center, row + 0.5 - center) / radius;
      const inside = Math.min(1, Math.max(0, (1 - distance) * radius + 0.5));
      const shade = 1 - 0.5 * inside;
      const noise = random();
      const [r, g, b] = [plane.r[at] ?? 0, plane.g[at] ?? 0, plane.b[at] ?? 0];
      // The widest blur is cut by the square: fade it before the edge.
      const fade = Math.min(1, Math.max(0, (pictureSide / 2 - distance) * 5));
      const cover = Math.max(inside, fade * Math.min(1, Math.max(r, g, b) / faintest));
      // Blending cuts fractions off: without this one step the thinnest light would be darker than the ground.
      const lift = cover < 1 ? 1 : 0;
      pixels[at * 4] = toByte(r, 0, shade, noise) + lift;
      pixels[at * 4 + 1] = toByte(g, 1, shade, noise) + lift;
      pixels[at * 4 + 2] = toByte(b, 2, shade, noise) + lift;
      pixels[at * 4 + 3] = 255 * cover;
    }
  }
  return { size, pixels };
}
