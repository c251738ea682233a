type Rgb = readonly [number, number, number];

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const toScreen = (value: number) =>
  value <= 0.003_130_8 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
const linear = (hex: number): Rgb => [
  toLinear((hex >> 16) / 255),
  toLinear(((hex >> 8) & 255) / 255),
  toLinear((hex & 255) / 255),
];

const green = linear(0x54f5cf);
const cyan = linear(0x3ecde4);
const mint = linear(0xeafff8);
const room = linear(0xd9bfa6);
const ground = linear(0x171412);
const mixed = (a: number, b: number, t: number) => a + (b - a) * t;

/** The sphere's colour of a given energy: green where lit, cyan towards the shade, mint only where it is brightest. */
export function sphereColor(energy: number, share: number, saturation: number, warm: number): number[] {
  const shade = Math.min(1, Math.max(0, 1 - energy * 2.2)) * 0.36 + (1 - Math.min(1, energy * 1.5)) * 0.5;
  const bright = Math.max(0, Math.min(1, (energy - 0.62) * 1.4));
  const hue = [0, 1, 2].map((i) =>
    mixed(mixed(green[i] ?? 0, cyan[i] ?? 0, Math.min(1, shade)), mint[i] ?? 0, bright * 0.1),
  );
  const grey = 0.2126 * (hue[0] ?? 0) + 0.7152 * (hue[1] ?? 0) + 0.0722 * (hue[2] ?? 0);
  return hue.map((value, i) => mixed(grey, value, saturation) * energy * share + (room[i] ?? 0) * warm);
}

/** Linear light on the page's ground as one byte of the screen; `noise` in [0, 1) dithers, `shade` darkens the ground. */
export function toByte(light: number, channel: 0 | 1 | 2, shade: number, noise: number): number {
  const strong = light * 1.62;
  const curved = strong * (0.4 + 0.8 * Math.min(1.7, strong));
  const value = ground[channel] * shade + 1 - Math.exp(-1.12 * curved);
  return Math.round(toScreen(Math.min(1, value)) * 255 + (light > 0.0004 ? noise - 0.5 : 0));
}
