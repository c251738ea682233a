import type { PictureOrder } from './avatar-worker';
import type { AvatarState } from './looks';
import type { Picture } from './render-sphere';

const kept = 16;
const pictures = new Map<string, Promise<ImageBitmap>>();
const waiting = new Map<number, (picture: Picture) => void>();
let worker: Worker | undefined;
let last = 0;

function workshop(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL('./avatar-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Picture & { number: number }>) => {
    waiting.get(data.number)?.(data);
    waiting.delete(data.number);
  });
  return worker;
}

async function draw(order: Omit<PictureOrder, 'number'>): Promise<ImageBitmap> {
  const number = ++last;
  const { promise, resolve } = Promise.withResolvers<Picture>();
  waiting.set(number, resolve);
  workshop().postMessage({ number, ...order } satisfies PictureOrder);
  const { pixels, size } = await promise;
  return createImageBitmap(new ImageData(pixels, size, size));
}

/** The sphere in one state, drawn beside the main thread and kept; `radius` in device pixels. */
export function pictureOf(state: AvatarState, radius: number, seed: number): Promise<ImageBitmap> {
  const key = `${state} ${radius} ${seed}`;
  const known = pictures.get(key);
  if (known) return known;
  const picture = draw({ state, radius, seed });
  pictures.set(key, picture);
  const [oldest] = pictures.keys();
  if (pictures.size > kept && oldest) pictures.delete(oldest);
  return picture;
}
