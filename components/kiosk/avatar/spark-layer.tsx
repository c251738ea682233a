import { useEffect, useRef } from 'react';
import { drawSpark, sparkTail } from './spark';

const frameMs = 1000 / 30;
/** Where the spark stands when nothing may move. */
const stillAtMs = 1650;

/** The orbiting spark of a thinking JARVIS; `radius` in device pixels. Still where motion is unwanted. */
export function SparkLayer({ radius, side }: { radius: number; side: number }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    const style = getComputedStyle(context.canvas);
    const colors = { spark: style.getPropertyValue('--ink'), tail: style.getPropertyValue('--accent') };
    const motes = sparkTail(Math.round(radius * 8));
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      drawSpark(context, radius, motes, stillAtMs, colors);
      return;
    }
    let request = 0;
    let drawn = Number.NEGATIVE_INFINITY;
    const start = performance.now();
    const step = (now: number) => {
      if (now - drawn >= frameMs) {
        drawn = now;
        drawSpark(context, radius, motes, now - start + stillAtMs, colors);
      }
      request = requestAnimationFrame(step);
    };
    request = requestAnimationFrame(step);
    return () => cancelAnimationFrame(request);
  }, [radius]);
  return <canvas ref={ref} width={side} height={side} className="absolute inset-0 size-full animate-fade" />;
}
