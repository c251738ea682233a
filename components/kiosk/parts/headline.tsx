'use client';

import { useEffect, useRef } from 'react';

const sizes = { attract: 'text-attract', greeting: 'text-greeting', failure: 'text-failure' };

/**
 * The one sentence of a screen; takes the focus when the screen appears, so that it is read out.
 * A long one is set smaller, so that it stays within two lines.
 */
export function Headline({ text, size = 'failure' }: { text: string; size?: keyof typeof sizes }) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  const fitting = text.length <= 15 ? size : text.length <= 17 && size !== 'failure' ? 'greeting' : 'failure';
  return (
    <h1 ref={ref} tabIndex={-1} className={`-ml-1.5 text-balance text-ink outline-none ${sizes[fitting]}`}>
      {text}
    </h1>
  );
}
