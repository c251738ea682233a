'use client';

import { MicOff, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Talk } from '../machine/types';
import { soundOf } from './sound';

const size = '2.5rem';
/** Heights of the bars at rest, as shares of the whole. */
const rest = [0.3, 0.55, 1, 0.75, 0.9, 0.4];
const least = 0.16;

/** Before the state's word: whether the microphone is open, and whose voice is heard. */
export function VoiceSign({ talk }: { talk: Talk }) {
  if (talk.mode === 'text' && talk.fault) {
    return <TriangleAlert aria-hidden size={size} strokeWidth={1.6} className="text-watch" />;
  }
  const isOpen = talk.voice === 'listening' && !talk.isMuted;
  if (!isOpen && talk.voice !== 'speaking') {
    const isShut = talk.mode === 'text' || talk.isMuted || talk.voice === 'off';
    return isShut ? (
      <MicOff aria-hidden size={size} strokeWidth={1.4} className="text-ink-3" />
    ) : (
      <Bars speaker={null} />
    );
  }
  return <Bars speaker={isOpen ? 'member' : 'jarvis'} />;
}

/** Six bars that follow a voice; still and small while nobody is to be heard. */
function Bars({ speaker }: { speaker: 'member' | 'jarvis' | null }) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const bars = [...(ref.current?.children ?? [])] as HTMLElement[];
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let frame = 0;
    const draw = () => {
      const level = speaker ? soundOf(speaker).level() : 0;
      for (const [index, bar] of bars.entries()) {
        const share = speaker ? least + (rest[index] ?? 0) * (isCalm ? 0.6 : 0.25 + level) : least;
        bar.style.transform = `scaleY(${Math.min(1, share).toFixed(3)})`;
      }
      if (speaker && !isCalm) frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [speaker]);
  return (
    <span
      ref={ref}
      aria-hidden
      className={`flex h-10 w-12.5 items-center justify-between ${speaker === 'jarvis' ? 'text-accent' : 'text-ink'}`}
    >
      {rest.map((height) => (
        <span key={height} className="h-full w-1.25 rounded-full bg-current" />
      ))}
    </span>
  );
}
