'use client';

import { useEffect, useRef, useState } from 'react';
import { upcoming } from '../stand-of';
import { type AvatarState, pictureSide } from './looks';
import { pictureOf } from './pictures';
import { SparkLayer } from './spark-layer';

/** Device pixels of a length in design pixels. */
function devicePixels(length: number): number {
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Math.max(8, Math.round((length * root * Math.min(2, devicePixelRatio)) / 16));
}

/**
 * JARVIS: a sphere of light raked like sand round the point it looks at, the calm form of the avatar.
 * `radius` in design pixels. Drawn once a state beside the main thread; the old state fades into the new one.
 */
export function JarvisAvatar({ state, radius }: { state: AvatarState; radius: number }) {
  const [pixels, setPixels] = useState<number | null>(null);
  const [layers, setLayers] = useState<{ key: string; still: ImageBitmap; other: ImageBitmap | null }[]>([]);

  useEffect(() => {
    const measure = () => setPixels(devicePixels(radius));
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [radius]);

  useEffect(() => {
    if (pixels === null) return;
    let isCurrent = true;
    const key = `${state} ${pixels}`;
    const show = async () => {
      const still = await pictureOf(state, pixels, 1);
      if (!isCurrent) return;
      setLayers((shown) => [
        ...shown.filter((layer) => layer.key !== key).slice(-1),
        { key, still, other: null },
      ]);
      const other = await pictureOf(state, pixels, 101);
      if (!isCurrent) return;
      setLayers((shown) => shown.map((layer) => (layer.key === key ? { ...layer, other } : layer)));
      for (const next of upcoming) {
        if (isCurrent) await pictureOf(next.state, devicePixels(next.radius), 1);
      }
    };
    void show();
    return () => {
      isCurrent = false;
    };
  }, [state, pixels]);

  const side = `${(radius * pictureSide) / 16}rem`;
  return (
    <div
      aria-hidden
      data-avatar={state}
      className="relative -translate-x-1/2 -translate-y-1/2"
      style={{ width: side, height: side }}
    >
      {layers.map(({ key, still, other }, index) => (
        <div
          key={key}
          className={`absolute inset-0 transition-opacity duration-400 [animation:fade_400ms_var(--ease-out)] ${index === layers.length - 1 ? '' : 'opacity-0'}`}
        >
          <Layer picture={still} className="" />
          {other && (
            <Layer picture={other} className="opacity-0 animate-shimmer motion-reduce:animate-none" />
          )}
        </div>
      ))}
      {state === 'thinking' && pixels !== null && (
        <SparkLayer radius={pixels} side={Math.ceil(pixels * pictureSide)} />
      )}
    </div>
  );
}

function Layer({ picture, className }: { picture: ImageBitmap; className: string }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    ref.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <canvas
      ref={ref}
      width={picture.width}
      height={picture.height}
      className={`absolute inset-0 size-full ${className}`}
    />
  );
}
