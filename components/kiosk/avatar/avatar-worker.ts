import type { AvatarState } from './looks';
import { renderSphere } from './render-sphere';

/** One picture to draw; the answer carries the same number. */
export interface PictureOrder {
  number: number;
  state: AvatarState;
  radius: number;
  seed: number;
}

self.addEventListener('message', ({ data }: MessageEvent<PictureOrder>) => {
  const picture = renderSphere(data.state, data.radius, data.seed);
  self.postMessage({ number: data.number, ...picture }, { transfer: [picture.pixels.buffer] });
});
