import {
  Data3DTexture,
  DataTexture,
  DataUtils,
  HalfFloatType,
  LinearFilter,
  RedFormat,
  RepeatWrapping,
  RGFormat,
} from 'three';
import { randomStream } from '../noise';
import { moments } from './sound-history';

const side = 32;

/** Random values on a lattice that repeats; the shaders make smooth noise of it with one look-up an octave. */
export function noiseTexture(): Data3DTexture {
  const random = randomStream(7);
  const values = Uint8Array.from({ length: side ** 3 }, () => random() * 256);
  const texture = new Data3DTexture(values, side, side, side);
  texture.format = RedFormat;
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.wrapS = RepeatWrapping;
  texture.wrapT = RepeatWrapping;
  texture.wrapR = RepeatWrapping;
  texture.unpackAlignment = 1;
  texture.needsUpdate = true;
  return texture;
}

/** Both voices' last two seconds as one line of half floats, member in red, JARVIS in green. */
export function voiceTexture(): { texture: DataTexture; write: (values: Float32Array) => void } {
  const halves = new Uint16Array(moments * 2);
  const texture = new DataTexture(halves, moments, 1, RGFormat, HalfFloatType);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  return {
    texture,
    write: (values) => {
      for (const [place, value] of values.entries()) halves[place] = DataUtils.toHalfFloat(value);
      texture.needsUpdate = true;
    },
  };
}
