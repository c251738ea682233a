'use client';

import { useEffect, useState } from 'react';

/** Modules of quiet around the code, which cameras need. */
const quiet = 3;

/** A text as a square to be read by a camera; drawn once its code is loaded, in the room that it is given. */
export function QrCode({ text, label, className = '' }: { text: string; label: string; className?: string }) {
  const [drawing, setDrawing] = useState<{ size: number; path: string } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const draw = async () => {
      const { encode } = await import('uqr');
      const { data, size } = encode(text, { ecc: 'M', border: 0 });
      const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
      if (isWanted) setDrawing({ size, path: dark.join('') });
    };
    void draw();
    return () => {
      isWanted = false;
    };
  }, [text]);
  const side = drawing ? drawing.size + 2 * quiet : 1;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      shapeRendering="crispEdges"
      className={`rounded-lg bg-paper fill-(--sphere-dark) ${className}`}
    >
      {drawing && <path d={drawing.path} />}
    </svg>
  );
}
