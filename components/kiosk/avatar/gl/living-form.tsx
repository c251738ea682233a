'use client';

import { createRoot, type ReconcilerRoot, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { WebGLRenderer } from 'three';
import { soundOf } from '../../voice/sound';
import type { AvatarState } from '../looks';
import { calmest, Quality } from './quality';
import { Sphere } from './sphere';
import { stage } from './stage';

interface Living {
  state: AvatarState;
  /** Device pixels. */
  radius: number;
  /** The first frame is drawn. */
  onShown: () => void;
  /** It cannot be drawn well here; the calm form takes over. */
  onTooSlow: () => void;
}

/** The avatar in three: a canvas with a root of its own, so that the page around it never waits for it. */
export function LivingForm(props: Living) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const root = useRef<ReconcilerRoot<HTMLCanvasElement> | null>(null);
  const render = useEffectEvent(() => void root.current?.render(<LivingSphere {...props} />));
  const fail = useEffectEvent(() => props.onTooSlow());
  const { state, radius } = props;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const lost = () => fail();
    element.addEventListener('webglcontextlost', lost);
    let made: ReconcilerRoot<HTMLCanvasElement> | undefined;
    let isOver = false;
    const start = async () => {
      // A canvas takes one root only: none for an effect that is over at once.
      await Promise.resolve();
      if (isOver) return;
      made = createRoot(element);
      await made.configure({
        gl: (defaults) =>
          new WebGLRenderer({
            ...defaults,
            antialias: false,
            depth: false,
            powerPreference: 'high-performance',
          }),
        size: { width: 8, height: 8, top: 0, left: 0 },
        dpr: 1,
        frameloop: 'always',
        flat: true,
        linear: true,
      });
      if (isOver) return;
      root.current = made;
      render();
    };
    start().catch(lost);
    return () => {
      isOver = true;
      root.current = null;
      element.removeEventListener('webglcontextlost', lost);
      made?.unmount();
    };
  }, []);

  useEffect(() => render(), [state, radius]);
  return <canvas ref={canvas} className="absolute inset-0 size-full" />;
}

function LivingSphere({ state, radius, onShown, onTooSlow }: Living) {
  const gl = useThree((three) => three.gl);
  const [sphere] = useState(() => new Sphere(gl, state));
  const [quality] = useState(() => new Quality());
  const isShown = useRef(false);
  useEffect(() => () => sphere.dispose(), [sphere]);

  // With a priority of its own the frame is ours: fiber calls, we draw.
  useFrame((_, delta) => {
    const set = stage();
    const level = set ? 0 : quality.note(delta * 1000);
    if (level >= calmest) return onTooSlow();
    const start = performance.now();
    const sounds = {
      member: set?.sound?.member ?? soundOf('member'),
      jarvis: set?.sound?.jarvis ?? soundOf('jarvis'),
    };
    sphere.draw(set?.state ?? state, radius, sounds, Math.min(delta, 0.1), level);
    if (!isShown.current) {
      isShown.current = true;
      onShown();
    }
    const { calls, triangles, points } = gl.info.render;
    set?.onFrame?.({ ms: performance.now() - start, calls, triangles, points });
  }, 1);
  return null;
}
