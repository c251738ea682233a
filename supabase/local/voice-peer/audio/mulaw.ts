/** Samples a second of PCMU (G.711 µ-law), the codec that every browser speaks without native code. */
export const RATE = 8000;
/** Samples, and bytes, of one packet of 20 ms. */
export const FRAME = 160;
/** Length of a packet in milliseconds. */
export const FRAME_MS = 20;

const BIAS = 0x84;
const CLIP = 32_635;

function encodeSample(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), CLIP) + BIAS;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

const decoded = Int16Array.from({ length: 256 }, (_, byte) => {
  const value = ~byte & 0xff;
  const exponent = (value >> 4) & 7;
  const magnitude = ((((value & 0x0f) << 3) + BIAS) << exponent) - BIAS;
  return value & 0x80 ? -magnitude : magnitude;
});

/** 16-bit samples as µ-law bytes. */
export function encode(samples: Int16Array): Buffer {
  return Buffer.from(Uint8Array.from(samples, encodeSample));
}

/** Loudness of a packet: root mean square in dB below full scale, -100 for silence. */
export function levelOf(payload: Uint8Array): number {
  if (payload.length === 0) return -100;
  let sum = 0;
  for (const byte of payload) sum += (decoded[byte] ?? 0) ** 2;
  const rms = Math.sqrt(sum / payload.length) / 32_768;
  return Math.max(-100, 20 * Math.log10(rms || 1e-5));
}

/** A packet that says nothing; packets go on through silence, or the browser counts them as lost. */
export const silence = Buffer.alloc(FRAME, 0xff);
