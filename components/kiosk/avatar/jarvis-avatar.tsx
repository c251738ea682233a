'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { CalmForm } from './calm-form';
import { devicePixels, placed } from './device-pixels';
import { stage } from './gl/stage';
import { type AvatarState, pictureSide } from './looks';

const nothing = () => null;
// What a network that has gone did not bring is not missed: the calm form stays.
const LivingForm = dynamic(
  () =>
    import('./gl/living-form').then(
      (module) => module.LivingForm,
      () => nothing,
    ),
  { ssr: false },
);

/** The page comes first: the living form waits until nothing else has been to do. */
const patienceMs = 4_000;

/** `calm`: pictures; `rising`: the living form stands over them and fades in; `living`: it alone. */
type Form = 'calm' | 'rising' | 'living';

/**
 * JARVIS: a sphere of light raked like sand round the point it looks at. `radius` in design pixels.
 * A calm picture stands first; on a device with graphics the living form fades in over it once the page is idle.
 * It stays calm without graphics, where motion is unwanted, and where the living form would be slow.
 */
export function JarvisAvatar({ state, radius }: { state: AvatarState; radius: number }) {
  const [size, setSize] = useState<{ pixels: number; radius: number } | null>(null);
  const canLive = useCanLive();
  const [isTooSlow, setTooSlow] = useState(false);
  const [isShown, setShown] = useState(false);
  const [isAlone, setAlone] = useState(false);
  const wanted = canLive && !isTooSlow;
  const form: Form = !wanted || !isShown ? 'calm' : isAlone ? 'living' : 'rising';

  useEffect(() => {
    const measure = () => setSize({ pixels: devicePixels(radius), radius: placed(radius) });
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [radius]);

  const side = `${((size?.radius ?? radius) * pictureSide) / 16}rem`;
  return (
    <div
      aria-hidden
      data-avatar={state}
      data-form={form}
      className="relative -translate-x-1/2 -translate-y-1/2"
      style={{ width: side, height: side }}
    >
      {size && form !== 'living' && stage()?.form !== 'bare' && (
        <CalmForm state={state} pixels={size.pixels} />
      )}
      {size && wanted && (
        <div
          className={`absolute inset-0 transition-opacity duration-400 ${form === 'calm' ? 'opacity-0' : ''}`}
          onTransitionEnd={() => setAlone(isShown)}
        >
          <LivingForm
            state={state}
            radius={size.pixels}
            onShown={() => setShown(true)}
            onTooSlow={() => {
              setTooSlow(true);
              setShown(false);
              setAlone(false);
            }}
          />
        </div>
      )}
    </div>
  );
}

/** Whether the living form may be loaded: graphics, motion wanted, and the page idle. */
function useCanLive(): boolean {
  const [can, setCan] = useState(false);
  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    let hasGraphics = false;
    const decide = () => setCan(hasGraphics && !still.matches);
    const look = async () => {
      const set = stage()?.form;
      if (set === 'calm' || set === 'bare' || still.matches) return;
      const graphics = await import('./gl/graphics').catch(() => null);
      hasGraphics = graphics?.hasGraphics(set === 'gl') ?? false;
      decide();
    };
    // Safari has no idle callback.
    const idle = window.requestIdleCallback?.(() => void look(), { timeout: patienceMs });
    const timer = idle === undefined ? setTimeout(look, patienceMs) : undefined;
    still.addEventListener('change', decide);
    return () => {
      if (idle !== undefined) cancelIdleCallback(idle);
      clearTimeout(timer);
      still.removeEventListener('change', decide);
    };
  }, []);
  return can;
}
