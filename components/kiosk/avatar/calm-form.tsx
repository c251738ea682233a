'use client';

import { useEffect, useRef, useState } from 'react';
import { soundOf } from '../voice/sound';
import { upcoming } from '../stand-of';
import { devicePixels } from './device-pixels';
import { type AvatarState, pictureSide } from './looks';
import { pictureOf } from './pictures';
import { SparkLayer } from './spark-layer';

const fourTimesASecond = 250;

/** The calm form: drawn once a state beside the main thread, the old state fading into the new one. `pixels`: the radius. */
export function CalmForm({ state, pixels }: { state: AvatarState; pixels: number }) {
  const [layers, setLayers] = useState<{ key: string; still: ImageBitmap; other: ImageBitmap | null }[]>([]);
  const frame = useRef<HTMLDivElement>(null);

  useEffect(() => {
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

  // Nothing moves, but the rings stand out more while a voice is heard.
  useEffect(() => {
    if (state !== 'listening' && state !== 'speaking') return;
    const speaker = state === 'listening' ? 'member' : 'jarvis';
    const timer = setInterval(() => {
      const loud = Math.min(1, soundOf(speaker).level());
      if (frame.current) frame.current.style.filter = loud > 0.02 ? `contrast(${1 + 0.35 * loud})` : '';
    }, fourTimesASecond);
    const shown = frame.current;
    return () => {
      clearInterval(timer);
      if (shown) shown.style.filter = '';
    };
  }, [state]);

  return (
    <div ref={frame} className="absolute inset-0">
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
      {state === 'thinking' && <SparkLayer radius={pixels} side={Math.ceil(pixels * pictureSide)} />}
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
