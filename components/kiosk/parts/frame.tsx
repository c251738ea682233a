'use client';

import dynamic from 'next/dynamic';
import type { CSSProperties, ReactNode } from 'react';
import type { AvatarState } from '../avatar/looks';

const JarvisAvatar = dynamic(() => import('../avatar/jarvis-avatar').then((module) => module.JarvisAvatar), {
  ssr: false,
});

/** Where JARVIS stands on a screen: centre from the top and radius in design pixels. */
export interface Stand {
  state: AvatarState;
  radius: number;
  center: number;
}

/**
 * The kiosk's screen: 1080 × 1920 design pixels, gym and time above, JARVIS, the content, the dock that never moves.
 * Lying down, 1920 × 1080: JARVIS left, the content right of it, the dock below both.
 */
export function Frame({
  gym,
  note,
  time,
  stand,
  corner,
  children,
  dock,
}: {
  gym: string;
  note: string | null;
  time: string | null;
  stand: Stand;
  /** What has a place of its own beside the content. */
  corner?: ReactNode;
  children: ReactNode;
  dock: ReactNode;
}) {
  return (
    <div className="grid min-h-dvh place-items-center">
      <main className="relative h-[120rem] w-[67.5rem] overflow-hidden bg-graphite-0 text-ink wide:h-[67.5rem] wide:w-[120rem]">
        <div
          className="absolute top-(--center) left-1/2 wide:top-[30.5rem] wide:left-[28.75rem]"
          style={
            { '--center': `${stand.center / 16}rem`, '--radius': `${stand.radius / 16}rem` } as CSSProperties
          }
        >
          <div
            aria-hidden
            className="absolute size-[calc(2*var(--radius))] -translate-1/2 rounded-full bg-[radial-gradient(82%_82%_at_34%_30%,var(--sphere-mid),var(--sphere-dark)_60%,var(--graphite-0))] opacity-60 wide:size-[calc(2*clamp(16.25rem,var(--radius),21.25rem))]"
          />
          <JarvisAvatar state={stand.state} radius={stand.radius} />
        </div>
        <header className="absolute inset-x-16 top-14 flex items-start justify-between wide:right-auto wide:w-[49.5rem]">
          <div>
            <p data-setup-door className="text-dock leading-[1.3]">
              {gym}
            </p>
            {note && <p className="mt-1 text-help text-ink-3">{note}</p>}
          </div>
          {time && <time className="text-dock leading-[1.3] font-normal text-ink-2">{time}</time>}
        </header>
        <div className="kiosk-stage">{children}</div>
        {corner}
        {dock}
      </main>
    </div>
  );
}
